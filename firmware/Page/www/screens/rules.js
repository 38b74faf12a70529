// Rules, one toy at a time: bedtime and minutes, who it talks to, ears and eyes. Stricter is one tap; what is looser says what changes, and asks for the PIN.

import { t } from '../words.js';
import { GUARDIAN } from '../roles.js';
import { app } from '../app.js';
import { hold, why } from '../flow.js';
import { ask } from '../home.js';
import { button, card, h, p, say, show } from '../ui.js';
import { endOf, when } from '../day.js';
import { places } from './places.js';
import { goes, lasting, placeScreen, timeButtons, vocabulary, whatFor } from './place.js';
import { loosen } from './sure.js';
import { bedtime, bedtimeLines, minutes, minutesLines } from './week.js';

const TICKETS_MAX = 4;
const TOGETHER = [30, 60];
const STATES = ['new', 'waiting', 'open', 'closed'];

let chosen = 1;

// Everything about a toy, however many answers it takes.
async function rulesOf(toy) {
  const told = await ask({ op: 'rules', toy });
  while (told.more) {
    const next = await ask({ op: 'rules', toy, from: told.more });
    if (!next.ok) return next;
    told.endpoints.push(...next.endpoints);
    told.sensors = next.sensors;
    told.more = next.more;
  }
  return told;
}

export async function rules() {
  const toy = app.toys.find((one) => one.n === chosen) || app.toys[0];
  const told = toy && await rulesOf(toy.n);
  if (app.place !== 'rules') return;
  app.isHeld = true;
  show('rules', t('rules'), app.toys.length > 1 && chooser(toy.n), !toy ? card('', p(t('no-toys'))) : told.ok ? sections(told) : card('stop', p(await why(told))), places('rules'));
}

function chooser(toy) {
  const select = h('select', { act: 'toy', id: 'toy', on: () => {
    chosen = Number(select.value);
    hold(rules);
  } }, app.toys.map((one) => h('option', { value: one.n, selected: one.n === toy }, one.name)));
  return h('div', { is: 'field' }, h('label', { htmlFor: 'toy' }, t('rules-toy')), select);
}

// A button of whoever sets rules; others read them.
function set(act, text, on, n) {
  return app.role === GUARDIAN && button(act, text, on, '', n);
}

// Back from a form, with what came of it.
function backToRules(words) {
  hold(async () => {
    await rules();
    say(words || '');
  });
}

function decide(question, what, done) {
  return () => loosen(question, what, () => backToRules(t(done || 'done')), backToRules);
}

function sections(told) {
  const of = (states) => told.endpoints.filter((place) => states.includes(place.state));
  return [
    times(told),
    h('h2', {}, t('rules-places')),
    STATES.map((state) => of([state]).map((place) => placeCard(told, place))),
    !told.endpoints.length && p(t('rules-no-places', { toy: told.name })),
    h('h2', {}, t('rules-senses')),
    told.sensors.map((sensor) => senseCard(told, sensor)),
    !told.sensors.length && p(t('rules-no-senses', { toy: told.name })),
  ].flat(2);
}

function row(title, lines, ...acts) {
  return h('div', { is: 'stack' }, h('h3', {}, title), lines.map((line) => p(line)), h('div', { is: 'acts' }, acts.flat()));
}

function times(told) {
  const { toy, name, tickets, together } = told;
  const grant = (count, what) => decide({ op: 'tickets', toy, count }, t(what, { toy: name, n: count }));
  return card('', h('h2', {}, t('rules-times')),
    row(t('rules-bedtime'), bedtimeLines(told.quiet), set('bedtime', t('rules-bedtime-set'), () => hold(async () => bedtime(told, backToRules, await restOf(told))))),
    row(t('rules-minutes'), minutesLines(told.days).concat(told.left >= 0 ? t('rules-left', { n: told.left }) : []), set('minutes', t('rules-minutes-set'), () => minutes(told, backToRules))),
    row(t('rules-tickets'), [t('rules-tickets-n', { n: tickets })],
      tickets > 0 && set('ticket-less', t('ticket-less'), grant(tickets - 1, '')), tickets < TICKETS_MAX && set('ticket-more', t('ticket-more'), grant(tickets + 1, 'will-tickets'))),
    row(t('rules-together'), [together > 0 ? t('together-left', { n: together }) : t('rules-together-1', { toy: name })],
      together > 0 ? set('together', t('together-end'), decide({ op: 'together', toy, minutes: 0 }, ''), 0)
        : TOGETHER.map((n) => set('together', t('week-limit', { n }), decide({ op: 'together', toy, minutes: n }, t('will-together', { toy: name, n })), n))));
}

// The night's rest that is offered for the age of a toy's child.
async function restOf(told) {
  const { children, offers } = await ask({ op: 'children' }, true);
  const { band } = (children || []).find((child) => child.n === told.child) || { band: 'unknown' };
  const offer = (offers || []).find((one) => one.band === band);
  return offer && offer.rest;
}

function placeCard(told, place) {
  const { toy, name } = told;
  const isOpen = place.state === 'open';
  const close = decide({ op: 'withdraw', toy, endpoint: place.n }, '', 'now-closed');
  // Of a place that came with an update somebody is to decide, one way or the other.
  const keep = place.state === 'new' ? close : () => backToRules();
  const state = isOpen && place.until ? t('until-open', { time: when(place.until) }) : t('state-' + place.state);
  const seen = [place.tries > 0 && t('place-tries', { n: place.tries }), place.last && t('place-last', { time: when(place.last) })].filter((x) => x).join(' ');
  return card(isOpen ? 'open' : place.state === 'closed' ? 'closed' : 'wait',
    h('h3', {}, h('bdi', {}, place.owner), h('small', { is: 'block' }, state)),
    p(whatFor(place)), p(goes(place)), p(seen || t('place-never'), 'soft'),
    h('details', {}, h('summary', { act: 'details' }, t('details')),
      h('p', { is: 'soft', dir: 'ltr' }, place.scheme + '://' + place.host + ':' + place.port), p(t('place-bytes', { n: Math.ceil(place.bytes / 1024) }), 'soft')),
    isOpen ? set('close', t('place-close'), close, place.n)
      : set('open', t('place-open'), () => placeScreen(name, place, { op: 'approve', toy, endpoint: place.n }, keep, backToRules), place.n),
    place.state === 'new' && set('close', t('place-keep'), close, place.n));
}

function senseCard(told, sensor) {
  const { toy, name } = told;
  return card(sensor.on ? 'open' : 'closed',
    h('h3', {}, t('sense-' + sensor.kind), h('small', { is: 'block' }, sensor.on ? t('until-on', { time: when(sensor.until) }) : t('sense-off'))),
    p(t('picks-' + sensor.kind, { toy: name })), p(t('sense-for', { what: vocabulary('use-', sensor.purpose) })),
    sensor.on ? set('withdraw', t('sense-switch-off'), decide({ op: 'withdraw', toy, sensor: sensor.n }, '', 'now-off'), sensor.n)
      : set('agree', t('sense-agree'), () => senseScreen(told, sensor), sensor.n));
}

function senseScreen({ toy, name }, sensor) {
  const agree = (length) => {
    const until = Math.floor(Date.now() / 60000) - new Date().getTimezoneOffset() + lasting(length);
    const values = { toy: name, what: t('sense-' + sensor.kind), time: endOf(lasting(length)) };
    loosen({ op: 'agree', toy, sensor: sensor.n, until }, t('will-agree', values), () => backToRules(t('now-on', values)), backToRules);
  };
  show('sense', t('sense-' + sensor.kind), card('wait', p(t('picks-' + sensor.kind, { toy: name })), p(t('sense-for', { what: vocabulary('use-', sensor.purpose) })), p(t('sense-press', { toy: name }))),
    button('keep', t('sense-keep'), () => backToRules(), 'main'), timeButtons(agree), button('back', t('back'), () => backToRules()));
}
