// Today: one card a toy, with one sentence. Looking and tightening need no PIN.

import { span, t } from '../words.js';
import { GUARDIAN, VIEWER } from '../roles.js';
import { app, release } from '../app.js';
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
  now = answer;
  if (!app.place && !app.isHeld) today();
  return now;
}

function sentence(toy) {
  if (now.pausedAll || toy.paused) return t('toy-paused');
  if (!now.clock) return t('toy-clock');
  const parts = [t(toy.reason === 15 ? 'toy-asleep' : toy.reason === 16 ? 'toy-used-up' : toy.reason > 1 ? 'toy-closed' : 'toy-awake')];
  if (toy.minutesLeft >= 0) parts.push(t('toy-left', { time: span(60 * toy.minutesLeft) }));
  if (toy.asleepAt) parts.push(t('toy-until', { time: toy.asleepAt }));
  return parts.join(' · ');
}

export function today() {
  const said = JSON.stringify(now) + document.documentElement.lang;
  if (said === drawn && isOn('today')) return;
  drawn = said;
  const mayAct = now.role !== VIEWER;
  const act = (question) => () => hold(async () => {
    const answer = await ask(question);
    await look();
    release(answer.ok ? t('done-' + question.op) : await why(answer));
  });
  const loosening = (question, what) => () => hold(async () => {
    const { loosen } = await need('pin sure');
    loosen(question, what, async () => {
      await look();
      release(t('done-' + question.op));
    }, release);
  });
  const resume = (toy, what) => loosening({ op: 'resume', toy }, what);
  const toys = now.toys.map((toy) => {
    const isClosed = toy.paused || now.pausedAll;
    return h('section', { is: 'card toy' + (isClosed ? ' closed' : '') },
      h('div', { is: 'patch' }, icon('toy')),
      h('div', { is: 'stack' }, h('h2', {}, h('bdi', {}, toy.name)), p(sentence(toy))),
      mayAct && h('div', { is: 'acts' },
        toy.paused ? now.role === GUARDIAN && button('resume', t('resume'), resume(toy.n, t('sure-resume', { toy: toy.name })), '', toy.n)
          : button('pause', t('pause'), act({ op: 'pause', toy: toy.n }), 'main', toy.n),
        toy.minutesLeft >= 0 && button('bonus', t('bonus'), loosening({ op: 'bonus', toy: toy.n, minutes: BONUS_MINUTES }, t('sure-bonus', { toy: toy.name })), '', toy.n),
        button('hello', t('hello-toy'), act({ op: 'hello', toy: toy.n }), '', toy.n)));
  });
  const checks = now.checks || { fine: 0, fix: 0 };
  const checked = t(checks.fix ? 'checks-fix' : 'checks-fine', { n: checks.fix || checks.fine });
  app.isHeld = false;
  show('today', t('today'),
    now.notices > 0 && card('wait', p(t('today-notices', { n: now.notices })), button('notices', t('family'), () => app.go('family'))),
    now.forgot > 0 && card('wait', p(t('today-forgot', { time: span(now.forgot) })),
      now.role === GUARDIAN && button('forgot-stop', t('forgot-stop'), act({ op: 'forgot-stop' }))),
    now.networkFault && card('stop', p(t('today-network'))),
    toys.length ? toys : card('', p(t('no-toys'))),
    mayAct && toys.length > 0 && (now.pausedAll
      ? now.role === GUARDIAN && button('resume-all', t('resume-all'), resume(0, t('sure-resume-all')), 'wide')
      : button('pause-all', t('pause-all'), act({ op: 'pause', toy: 0 }), 'wide')),
    now.role === GUARDIAN ? button('checks', checked, () => app.go('check'), checks.fix ? 'wait' : 'quiet') : p(checked, 'soft'),
    places('today'));
}
