// The child's page: how long, until when, and three things to ask. Rules are told after a press on the toy, or to a phone of the family.

import { named, span, t } from '../words.js';
import { pause, request } from '../net.js';
import { remember } from '../link.js';
import { app, glyph } from '../app.js';
import { need } from '../parts.js';
import { button, card, h, hero, icon, isOn, p, say, show, unsay } from '../ui.js';
import { cover, uncover } from './over.js';

const KIDS_MS = 4000;
const ASK_MS = 5000;
const RULES = [1, 2, 3, 4];
const ASLEEP = 15;
const USED_UP = 16;
const PAUSED = [12, 13];
const BIG = 'font: 650 3rem/1.1 ui-rounded, system-ui, sans-serif; font-variant-numeric: tabular-nums';

const read = (answer) => answer.status === 200 ? JSON.parse(new TextDecoder().decode(answer.bytes)) : null;

// What is told: to a phone of the family with the toys' names; no toy where nobody has paired the device yet.
async function toldToKids() {
  if (app.role && !app.isUnknown && app.place !== 'out') {
    const { ask } = await need('home inside');
    const told = await ask({ op: 'my-toy' }, true);
    if (told.ok) return told;
  }
  return read(await request('/my-toy', ASK_MS, {}));
}

// The newest look is the one that goes on.
const gaze = { look: 0 };

// Looks again and again while it is shown.
export async function showKids() {
  const look = ++gaze.look;
  const wanted = { change: 0 };
  let told;
  cover();
  drawKids(told, wanted);
  do {
    try {
      told = await toldToKids();
      unsay(t('seek-1'));
    } catch {
      if (isOn('kids')) say(t('seek-1'));
    }
    if (isOn('kids') && look === gaze.look) drawKids(told, wanted);
    await pause(KIDS_MS);
  } while (isOn('kids') && look === gaze.look);
}

function drawKids(told, wanted) {
  const isAlone = !told || told.toys.length === 1;
  show('kids', t('for-kids'),
    told && told.toys.length ? told.toys.map((toy) => card(isShut(toy) ? 'closed' : '', h('div', { is: 'stack toy' }, h('div', { is: 'patch' }, icon('toy')),
      h('div', { is: 'stack' }, h('h2', {}, h('bdi', {}, toy.name || (isAlone ? named.name : t('kids-toy', { n: toy.n })))))),
    stand(toy), answered(toy), wishes(toy, wanted, () => drawKids(told, wanted)))) : [hero(glyph()), told && p(t('kids-nobody'))],
    told && p(t(told.rules ? 'kids-seen' : 'kids-press'), 'soft'),
    button('kids-back', t('back'), leaveKids));
}

function leaveKids() {
  if (location.hash === '#kids') remember({});
  uncover();
}

const isShut = (toy) => toy.reason > 1;

// How it is just now, in few words.
function stand(toy) {
  if (toy.reason === undefined) return null;
  if (PAUSED.includes(toy.reason)) return p(t('kids-paused'));
  if (isShut(toy)) return p(t(toy.reason === ASLEEP ? 'kids-asleep' : toy.reason === USED_UP ? 'kids-used-up' : 'toy-closed'));
  return h('div', {}, toy.left >= 0 ? [h('p', { style: BIG }, span(60 * toy.left)), p(t('kids-left', { time: toy.asleepAt }))] : p(t('kids-free')),
    toy.tickets > 0 && p(t('kids-tickets', { n: toy.tickets })), toy.senses > 0 && p(t('kids-senses')));
}

function answered(toy) {
  if (!toy.answer) return null;
  const isYes = toy.answer === 'yes';
  return h('div', { is: 'card ' + (isYes ? 'good' : 'wait') }, p(t(isYes ? 'kids-yes-' + toy.asked : 'kids-' + toy.answer, { n: toy.minutes })));
}

function wishes(toy, wanted, again) {
  const wish = (op, what) => async () => {
    wanted.change = 0;
    again();
    say(t('checking'));
    say(t('kids-' + await askGrownUp({ op, toy: toy.n, ...(what && { what }) })));
  };
  if (wanted.change === toy.n) {
    return h('div', { is: 'stack' }, h('h2', {}, t('kids-which')), RULES.map((rule) => button('kids-rule', t('kids-rule-' + rule), wish('change', rule), '', rule)));
  }
  return h('div', { is: 'stack' }, button('kids-more', t('kids-more'), wish('more'), 'main', toy.n), button('kids-open', t('kids-open'), wish('open'), '', toy.n),
    button('kids-change', t('kids-change'), () => {
      wanted.change = toy.n;
      again();
    }, '', toy.n));
}

// What came of it, in one word.
async function askGrownUp(question) {
  try {
    const told = read(await request('/ask', ASK_MS, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(question) }));
    return told ? told.why || 'asked' : 'failed';
  } catch {
    return 'failed';
  }
}
