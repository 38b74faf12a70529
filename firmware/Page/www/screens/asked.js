// What children asked for: no is said at once, yes takes the PIN. And what is not of every day.

import { span, t } from '../words.js';
import { GUARDIAN } from '../roles.js';
import { app } from '../app.js';
import { hold } from '../flow.js';
import { ask } from '../home.js';
import { need } from '../parts.js';
import { button, card, h, p } from '../ui.js';
import { DAY, minuteOfWeek, timeOf } from '../day.js';
import { bonus, tap } from './today.js';

let waiting = [];

export function toyOf(n) {
  return app.toys.find((toy) => toy.n === n) || { n: 0, name: '', bonusRoom: 0 };
}

export function askedOf(n) {
  return waiting.find((one) => one.n === n);
}

// Puts what comes before the toys, on some days, into what Today shows: what waits for an answer, with what is set for its toy, and what is wrong.
export async function addCards(told) {
  const answer = told.requests ? await ask({ op: 'requests' }) : {};
  waiting = (answer.requests || []).filter((one) => one.state === 'waiting');
  for (const one of waiting) {
    if (one.toy) one.rules = await ask({ op: 'rules', toy: one.toy, ...(one.kind === 'open' && one.what && { from: one.what }) });
  }
  told.asked = waiting;
  const mayAnswer = told.role === GUARDIAN;
  told.cards = () => [
    waiting.map((one) => cardOf(one, mayAnswer)),
    told.forgot > 0 && card('wait', p(t('today-forgot', { time: span(told.forgot) })), mayAnswer && button('forgot-stop', t('forgot-stop'), tap({ op: 'forgot-stop' }))),
    told.networkFault && card('stop', p(t('today-network'))),
  ];
}

function cardOf(one, mayAnswer) {
  const toy = toyOf(one.toy);
  const place = one.kind === 'open' && one.rules && (one.rules.endpoints || []).find((e) => e.n === one.what);
  const words = t('asked-' + (one.kind === 'open' && !place ? 'gone' : one.kind), { time: one.at, toy: toy.name, who: place ? place.owner : '', rule: t('rule-' + one.what) });
  const answer = { op: 'answer', n: one.n };
  const yes = one.kind === 'more' ? bonus(toy, 'grant', { ...answer, yes: 1 })
    : one.kind === 'change' ? button('grant', t('asked-seen'), tap({ ...answer, yes: 1 }), '', one.n)
    : place && button('look', t('asked-look'), lookAt(toy, place, answer), '', one.n);
  return card('wait', p(words), one.kind === 'more' && p(left(one.rules)),
    mayAnswer && h('div', { is: 'acts' }, yes, button('refuse', t('asked-not'), tap({ ...answer, yes: 0 }), '', one.n)));
}

const lookAt = (toy, place, answer) => () => hold(async () => {
  const { placeScreen, backToToday } = await need('pin sure acting place');
  placeScreen(toy.name, place, { ...answer, yes: 1 }, tap({ ...answer, yes: 0 }), backToToday);
});

// How much of the day is left, and when bedtime begins.
function left(rules) {
  if (!rules || !rules.ok) return '';
  const now = minuteOfWeek();
  const limit = rules.days[Math.floor(now / DAY)];
  const begin = Math.min(...rules.quiet.map(([start]) => (start - now + 7 * DAY) % (7 * DAY)));
  const values = { left: rules.left, of: limit + rules.bonus, time: timeOf((now + begin) % DAY) };
  const isLimited = limit >= 0;
  if (begin > DAY) return isLimited ? t('asked-left', values) : '';
  return t(isLimited ? 'asked-left-bed' : 'asked-bed', values);
}
