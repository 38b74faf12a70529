// What may loosen: the PIN first, then the page says what will change, then a yes; for some things a press on the device as well.

import { span, t } from '../words.js';
import { pause } from '../net.js';
import { checkOfPin, newPin } from '../seal/pin.js';
import { hold, why } from '../flow.js';
import { during, secret, submit } from '../forms.js';
import { ask, enter, isUnlocked, leave } from '../home.js';
import { record } from '../own.js';
import { keep } from '../storing.js';
import { app } from '../app.js';
import { button, card, h, p, say, show } from '../ui.js';
import { press } from './press.js';

const WRONG = 1;
const WAIT = 2;
const PRESS_TRIES = 60;

// Full session or none: ends when the PIN was right, or the reader went back (then `back` has run and nothing follows).
export function unlock(back) {
  if (isUnlocked()) return Promise.resolve();
  return new Promise((done) => {
    const pin = secret('pin', t('pin-own'), false, { inputMode: 'text', maxLength: 64, autocomplete: 'current-password' });
    show('unlock', t('unlock'), p(t('unlock-1')), h('form', {
      is: 'stack', on: () => during(() => hold(async () => {
        say(t('checking'));
        const answer = await enter(await checkOfPin(pin.input.value, record()));
        say('');
        if (isUnlocked()) done();
        else if (answer.status === WRONG) pin.complain(t('why-wrong-pin'));
        else if (answer.status === WAIT) pin.complain(t('why-wait', { time: span(answer.wait) }));
        else choosePin(t('pin-reset-1'), back);
      })),
    }, pin, submit('unlock', t('unlock-go'))), button('back', t('back'), back));
  });
}

// Sets this phone's own PIN anew: in a full session, or in a quick one after a guardian's reset.
export function choosePin(text, back) {
  const pin = secret('pin', t('pin-new'), true, { inputMode: 'numeric', maxLength: 64, autocomplete: 'new-password' });
  show('pin-change', t('pin'), p(text), p(t('pin-2'), 'soft'), h('form', {
    is: 'stack', on: () => during(() => hold(async () => {
      const fresh = await newPin(pin.input.value);
      const answer = await ask({ op: 'pin-set', ...fresh });
      if (!answer.ok) return pin.complain(await why(answer));
      keep({ ...record(), salt: fresh.salt, deviceSalt: answer.deviceSalt, rounds: fresh.rounds }, app.state.label);
      leave();
      back(t('pin-changed'));
    })),
  }, pin, submit('save-pin', t('pin-save'))), button('back', t('back'), () => back()));
}

// Asks. What the device takes as stricter is done with that; else comes the PIN, what will change, and a yes. Then `end` with the answer; `back` when it did not come to that.
// Asking it again in a new session changes nothing more: another token, or the same rules once more.
export function loosen(question, what, end, back) {
  hold(async () => goOn(await ask(question, true), question, what, end, back));
}

// The same from the first answer on.
export async function goOn(first, question, what, end, back) {
  let asked = first;
  if (asked.why === 'pin') {
    await unlock(back);
    asked = await ask(question);
  }
  if (!asked.ok) return back(await why(asked));
  if (!asked.confirm) return end(asked);
  show('sure', t('sure'), card('wait', p(what), asked.press && p(t('sure-press'))),
    button('yes', t('yes'), () => during(() => hold(() => confirm(asked, end, back))), 'main'), button('back', t('back'), () => back()));
}

async function confirm(asked, end, back) {
  let isLeft = false;
  if (asked.press) {
    press(t('press-sure'), button('back', t('back'), () => {
      isLeft = true;
      back();
    }));
  }
  for (let tries = 0; ; tries++) {
    const answer = await ask({ op: 'confirm', token: asked.confirm });
    if (isLeft) return;
    if (answer.ok) return end(answer);
    if (answer.why !== 'press' || tries === PRESS_TRIES) return back(await why(answer));
    await pause(1000);
    if (isLeft) return;
  }
}
