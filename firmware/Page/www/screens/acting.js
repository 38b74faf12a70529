// What follows a tap: nothing of it is wanted before Today is there.

import { t } from '../words.js';
import { app, release } from '../app.js';
import { why } from '../flow.js';
import { need } from '../parts.js';
import { button, p, show } from '../ui.js';
import { DAY, endOf, minuteOfWeek } from '../day.js';
import { askedOf, toyOf } from './asked.js';
import { look, tap } from './today.js';

const MORNING = 7 * 60;
const NIGHT_MIN = 4 * 60;

// Today, as it is now.
export async function backToToday(words) {
  await look();
  release(words);
}

// The device's answer to a tap: it is done, or the PIN comes first.
export async function after(question, answer) {
  const did = () => backToToday(t('did-' + question.op, { n: question.minutes }));
  if (answer.ok && !answer.confirm) return did();
  if (!answer.ok && answer.why !== 'pin') return backToToday(await why(answer));
  const { goOn } = await need('pin sure');
  await goOn(answer, question, willOf(question), did, backToToday);
}

// What will be other than it is.
function willOf({ op, toy, n, minutes }) {
  const one = op === 'answer' && askedOf(n);
  const values = { toy: toyOf(one ? one.toy : toy).name, n: minutes };
  if (op === 'resume') return t(toy ? 'will-resume' : 'will-resume-all', values);
  return t(one && one.kind === 'change' ? 'will-answer' : 'will-bonus', values);
}

// For how long: stricter than going on, so one tap is enough.
export function pausing(toy) {
  const choice = (words, minutes) => button('for', words, tap({ op: 'pause', toy: toy.n, ...(minutes && { minutes }) }), '', minutes);
  const morning = minutesToMorning();
  show('pausing', toy.n ? t('pause-toy', { toy: toy.name }) : t('pause-all'), p(t('pause-1')),
    choice(t('minutes', { n: 30 }), 30), choice(t('minutes', { n: 60 }), 60), choice(t('pause-morning', { time: endOf(morning) }), morning), choice(t('pause-lifted'), 0),
    button('back', t('back'), () => release()));
}

// The next one that a night lies before.
function minutesToMorning() {
  const wait = (MORNING - minuteOfWeek() % DAY + DAY) % DAY;
  return wait < NIGHT_MIN ? DAY : wait;
}

// Signed out from Family.
export function out() {
  app.isHeld = true;
  show('out', t('out'), p(t('out-1')), button('come-in', t('come-in'), () => {
    app.afresh();
    app.go('');
  }, 'main'));
}
