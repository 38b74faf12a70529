// Children: an animal in a colour, an age band and the day's minutes, no name; and which toy is whose.

import { t } from '../words.js';
import { app, release } from '../app.js';
import { why } from '../flow.js';
import { ask } from '../home.js';
import { choice, submit } from '../forms.js';
import { gather } from '../told.js';
import { button, card, h, p, show } from '../ui.js';
import { felt } from './animals.js';
import { places } from './places.js';
import { loosen } from './sure.js';

const CHILDREN_MAX = 8;
const ANIMALS = 16;
const COLOURS = 8;
const BANDS = ['unknown', 'under9', '9to12', '13to18'];
const NO_LIMIT = [-1, -1, -1, -1, -1, -1, -1];
const OFFERED = [-1, 0, 15, 30, 45, 60, 90, 120, 180];

// In place of minutes: each day's own, as they are.
const AS_SET = -2;

const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);
const nameOf = ({ animal, colour }) => t('child-name', { animal: t('animal-' + animal), colour: t('colour-' + colour) });
const saved = () => release(t('done'));

export async function childList() {
  const told = await ask({ op: 'children' }, true);
  const { toys } = await gather({ op: 'look' }, 'toys');
  const owned = [];
  for (const toy of told.ok ? toys : []) owned.push(await ask({ op: 'rules', toy: toy.n }, true));
  if (app.place !== 'children') return;
  const children = told.children || [];
  const free = numbers(CHILDREN_MAX).find((n) => !children.some((child) => child.n === n));
  show('children', t('children'), !told.ok && p(await why(told)), p(t('children-1')),
    children.map(childCard),
    told.ok && free && button('child-add', t('child-add'), () => childForm({ n: free, animal: free, colour: free, band: BANDS[0], days: NO_LIMIT }), children.length ? '' : 'main'),
    children.length > 0 && owned.filter((one) => one.ok).map((toy) => whose(toy, children)),
    button('back', t('back'), () => app.go('family')), places('family'));
}

const minutesOf = (n) => n < 0 ? t('child-no-limit') : t('child-day', { n });

// One line for every day, or one for each.
function dayLines(days) {
  if (days.every((n) => n === days[0])) return [minutesOf(days[0])];
  return days.map((n, day) => new Date(2024, 0, 1 + day).toLocaleString(document.documentElement.lang, { weekday: 'long' }) + ': ' + (n < 0 ? minutesOf(n) : t('minutes', { n })));
}

function childCard(child) {
  return card('toy', felt(child), h('div', { is: 'stack' }, h('h2', {}, nameOf(child)), p(t('band-' + child.band), 'soft'),
    dayLines(child.days).concat(child.left >= 0 ? t('child-left', { n: child.left }) : []).map((line) => p(line))),
  h('div', { is: 'acts' },
    button('child-edit', t('child-edit'), () => childForm(child), '', child.n),
    button('child-remove', t('remove'), () => loosen({ op: 'child-remove', n: child.n }, t('sure-child-remove', { who: nameOf(child) }), saved, release), '', child.n)));
}

// Its picture, age and minutes; the picture is drawn again at each choice, so that one sees it.
function childForm(child) {
  const next = { ...child };
  const picture = h('div', {}, felt(next));
  const pick = (act, options, chosen, take) => {
    const select = h('select', { act, id: act, on: () => {
      take(Number(select.value));
      picture.replaceChildren(felt(next));
    } }, options.map(([n, text]) => h('option', { value: n, selected: n === chosen }, text)));
    return h('div', { is: 'field' }, h('label', { htmlFor: act }, t('child-' + act)), select);
  };
  const isEven = next.days.every((n) => n === next.days[0]);
  const offered = [...new Set([...OFFERED, ...(isEven ? [next.days[0]] : [])])].sort((a, b) => a - b).map((n) => [n, minutesOf(n)]);
  show('child', t('child-title'), h('form', {
    is: 'stack', on: () => loosen({ op: 'child', n: next.n, animal: next.animal, colour: next.colour, band: next.band, days: next.days.join() },
      t('sure-child', { who: nameOf(next), band: t('band-' + next.band), time: dayLines(next.days).join(', ') }), saved, release),
  }, picture,
  pick('animal', numbers(ANIMALS).map((n) => [n, t('animal-' + n)]), next.animal, (n) => (next.animal = n)),
  pick('colour', numbers(COLOURS).map((n) => [n, t('colour-' + n)]), next.colour, (n) => (next.colour = n)),
  choice('band', t('child-band'), BANDS.map((band) => [band, h('span', {}, t('band-' + band))]), next.band, (band) => (next.band = band)),
  pick('time', isEven ? offered : [[AS_SET, t('child-as-set')], ...offered], isEven ? next.days[0] : AS_SET, (n) => (next.days = n === AS_SET ? child.days : NO_LIMIT.map(() => n))),
  submit('child-keep', t('child-keep'))), button('back', t('back'), () => release()));
}

// Whose a toy is: one child's, several children's, or not said, which counts as the youngest.
function whose(toy, children) {
  const give = (child, shared) => loosen({ op: 'assign', toy: toy.toy, child, shared }, t('sure-assign', { toy: toy.name, who: child ? nameOf(children.find((one) => one.n === child)) : t('whose-nobody') }), saved, release);
  const select = h('select', { act: 'assign', id: 'assign-' + toy.toy, 'data-n': toy.toy, on: () => {
    const [child, shared] = select.value.split('.').map(Number);
    give(child, shared);
  } }, [['0.0', t('whose-nobody')], ...children.flatMap((child) => [[child.n + '.0', nameOf(child)], [child.n + '.1', t('whose-shared', { who: nameOf(child) })]])]
    .map(([value, text]) => h('option', { value, selected: value === toy.child + '.' + (toy.shared ? 1 : 0) }, text)));
  return h('div', { is: 'card' }, h('div', { is: 'field' }, h('label', { htmlFor: select.id }, t('whose', { toy: toy.name })), select));
}
