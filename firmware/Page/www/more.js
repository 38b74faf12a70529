// The second part of the page: everything that takes a code or a key. Loaded when it is first needed.

import { memo } from './link.js';
import { t } from './words.js';
import { pause, readState } from './net.js';
import { GUARDIAN } from './roles.js';
import { Refused } from './seal/channel.js';
import { app, glyph, learn, release } from './app.js';
import { hold } from './flow.js';
import { ask, enter, leave, record } from './home.js';
import { button, card, hero, isOn, p, say, show, unsay } from './ui.js';
import { press, tried } from './screens/setup.js';
import { askCode, claim, joinFamily, keepPage, move } from './screens/claim.js';
import { again, welcome } from './screens/welcome.js';
import { look, today } from './screens/today.js';
import { family } from './screens/family.js';

const LOOK_MS = 4000;
const AGAIN_MS = 1000;
const IDLE_MS = 15 * 60000;

let isInside = false;
let isUnknown = false;
let lastTouch = performance.now();

for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => (lastTouch = performance.now()));

// Which screen comes next, where a code or a key is needed for it.
export function inner(state) {
  if (state.side === 'setup') return memo.tried && tried(state.setup.step) || again();
  if (!state.paired) return becomeGuardian(state);
  if (memo.keep) return keepPage();
  if (record() && !isUnknown) return comeIn();
  if (memo.kind === 'i') return joinFamily();
  if (memo.kind === 'm') return move();
  welcome();
}

function becomeGuardian(state) {
  app.afresh();
  if (!memo.code) return askCode(t('code-title'), t('code-scan'), memo.failed && t('code-refused'));
  if (!state.claim.open) return press(t('press-2'), state.notice === 'reset-by-button' && card('wait', p(t('reset'))));
  claim();
}

// With a key: a quick session, then Today.
function comeIn() {
  if (isInside) return app.place === 'family' ? hold(family) : app.place === 'out' ? out() : today();
  if (!isOn('busy')) show('busy', t('looking'), hero(glyph()));
  hold(async () => {
    try {
      const answer = await enter();
      if (answer.status) throw new Refused();
      app.role = (await look()).role;
      if (app.role === GUARDIAN) await ask({ op: 'clock', utc: Math.floor(Date.now() / 1000), offset: -60 * new Date().getTimezoneOffset() });
      isInside = true;
      release();
    } catch (fault) {
      if (fault instanceof Refused) return turnedAway();
      say(t('seek-1'));
      await pause(AGAIN_MS);
      app.isHeld = false;
    }
  });
}

// The device answers, but not to this key: it was removed, replaced or has run out. The key is kept all the same: whoever sits between can
// refuse in the device's name, and must not be able to make a browser forget.
function turnedAway() {
  app.lose();
  release();
}

app.lose = () => {
  app.afresh();
  isUnknown = true;
};

// Another key, or another try with this one.
app.afresh = () => {
  isInside = false;
  isUnknown = false;
  leave();
};

function out() {
  app.isHeld = true;
  show('out', t('out'), p(t('out-1')), button('come-in', t('come-in'), () => {
    app.afresh();
    app.go('');
  }, 'main'));
}

// While somebody is inside, the device is asked in the session only, and /state not at all. Nobody looks for a quarter of an hour: the session ends by itself.
// Ends with the time until the next look, sooner where nobody answered; 0 while nobody is inside.
export async function watchInside() {
  if (!isInside) return 0;
  if (document.hidden || app.isHeld || app.place || performance.now() - lastTouch > IDLE_MS) return LOOK_MS;
  try {
    const told = await look();
    if (told) app.role = told.role;
    unsay(t('seek-1'));
  } catch (fault) {
    if (fault instanceof Refused) {
      const state = await readState();
      if (state) learn(state);
      turnedAway();
    } else say(t('seek-1'));
    return AGAIN_MS;
  }
  return LOOK_MS;
}
