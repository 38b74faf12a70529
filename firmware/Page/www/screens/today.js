// Today: what was asked for, then one card a toy, with one sentence. Looking and tightening need no PIN.

import { span, t } from '../words.js';
import { GUARDIAN, VIEWER } from '../roles.js';
import { app } from '../app.js';
import { hold, why } from '../flow.js';
import { ask } from '../home.js';
import { need } from '../parts.js';
import { button, card, h, icon, isOn, p, say, show } from '../ui.js';
import { places } from './places.js';

const BONUS_MINUTES = 15;

let drawn = '';
let now = null;

// Asks and shows. Nothing is drawn twice, so that nobody loses his place.
export async function look() {
  const answer = await ask({ op: 'look' });
  if (!answer.ok) return say(await why(answer));
  if (answer.requests || answer.forgot || answer.networkFault) {
    const { addCards } = await need('acting');
    await addCards(answer);
  }
  now = answer;
  app.toys = now.toys;
  if (!app.place && !app.isHeld) today();
  return now;
}

// What is done at once is done before anything more is loaded. To ask it twice, in a session that ended, is to ask it once.
export const tap = (question) => () => hold(async () => {
  const answer = await ask(question, true);
  const { after } = await need('acting');
  await after(question, answer);
});

const pauseFor = (toy) => () => hold(async () => {
  const { pausing } = await need('acting');
  pausing(toy);
});

function sentence(toy) {
  if (now.pausedAll || toy.paused) {
    const time = now.pausedAll ? now.until : toy.until;
    return t('toy-paused') + (time ? ' ' + t('until', { time }) : '');
  }
  if (!now.clock) return t('toy-clock');
  const parts = [t(toy.reason === 15 ? 'toy-asleep' : toy.reason === 16 ? 'toy-used-up' : toy.reason > 1 ? 'toy-closed' : 'toy-awake')];
  if (toy.minutesLeft >= 0) parts.push(t('toy-left', { time: span(60 * toy.minutesLeft) }));
  if (toy.asleepAt) parts.push(t('toy-until', { time: toy.asleepAt }));
  return parts.join(' · ');
}

// What of a +15 is of use, said before the tap.
export function bonus(toy, name, question) {
  const isLess = toy.bonusRoom < BONUS_MINUTES;
  const minutes = isLess ? toy.bonusRoom : BONUS_MINUTES;
  return minutes > 0 && button(name, t(isLess ? 'bonus-room' : 'bonus', { n: minutes }), tap({ ...question, minutes }), '', question.n || toy.n);
}

export function today() {
  const said = JSON.stringify(now) + document.documentElement.lang;
  if (said === drawn && isOn('today')) return;
  drawn = said;
  const mayAct = now.role !== VIEWER;
  const mayLift = now.role === GUARDIAN;
  const toys = now.toys.map((toy) => {
    const isClosed = toy.paused || now.pausedAll;
    return h('section', { is: 'card toy' + (isClosed ? ' closed' : '') },
      h('div', { is: 'patch' }, icon('toy')),
      h('div', { is: 'stack' }, h('h2', {}, h('bdi', {}, toy.name)), p(sentence(toy))),
      mayAct && h('div', { is: 'acts' },
        toy.paused ? mayLift && button('resume', t('resume'), tap({ op: 'resume', toy: toy.n }), '', toy.n)
          : [button('pause', t('pause'), tap({ op: 'pause', toy: toy.n }), 'main', toy.n), button('pause-for', t('pause-for'), pauseFor(toy), '', toy.n)],
        toy.minutesLeft >= 0 && bonus(toy, 'bonus', { op: 'bonus', toy: toy.n }),
        button('hello', t('hello-toy'), tap({ op: 'hello', toy: toy.n }), '', toy.n)));
  });
  const checks = now.checks || { fine: 0, fix: 0 };
  const checked = t(checks.fix ? 'checks-fix' : 'checks-fine', { n: checks.fix || checks.fine });
  app.isHeld = false;
  show('today', t('today'),
    now.cards && now.cards(),
    now.notices > 0 && card('wait', p(t('today-notices', { n: now.notices })), button('notices', t('family'), () => app.go('family'))),
    toys.length ? toys : card('', p(t('no-toys'))),
    mayAct && toys.length > 0 && (now.pausedAll
      ? mayLift && button('resume-all', t('resume-all'), tap({ op: 'resume', toy: 0 }))
      : h('div', { is: 'acts' }, button('pause-all', t('pause-all'), tap({ op: 'pause', toy: 0 })), button('pause-for', t('pause-for'), pauseFor({ n: 0 }), '', 0))),
    mayLift ? button('checks', checked, () => app.go('check'), checks.fix ? 'wait' : 'quiet') : p(checked, 'soft'),
    places('today'));
}
