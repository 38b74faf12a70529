// Inside, with a key: what is shown, and what is looked at meanwhile.

import { t } from './words.js';
import { pause, readState } from './net.js';
import { GUARDIAN } from './roles.js';
import { Refused } from './seal/channel.js';
import { app, glyph, learn, release } from './app.js';
import { hold } from './flow.js';
import { ask, enter, leave } from './home.js';
import { need, open } from './parts.js';
import { hero, isOn, say, show, unsay } from './ui.js';
import { look, today } from './screens/today.js';

// A phone that was removed is to see so within two seconds.
const LOOK_MS = 1500;
const AGAIN_MS = 1000;
const IDLE_MS = 15 * 60000;

let isInside = false;
let lastTouch = performance.now();

for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => (lastTouch = performance.now()));

// A quick session, then Today.
export function comeIn() {
  if (isInside && app.place === 'out') return open('acting', ({ out }) => out());
  if (isInside && app.place === 'rules') return open('pin sure place week rules', ({ rules }) => hold(rules));
  if (isInside && app.place) return open('pin sure family', ({ family }) => hold(family));
  if (isInside) return today();
  if (!isOn('busy')) show('busy', t('looking'), hero(glyph()));
  hold(async () => {
    try {
      const answer = await enter();
      if (answer.status) throw new Refused();
      const told = await look();
      app.role = told.role;
      if (app.role === GUARDIAN) await tellTime(told.zone);
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

// What time it is, and to a home that has none yet also how its clock goes through the year.
async function tellTime(hasZone) {
  const now = Date.now();
  await ask({ op: 'clock', utc: Math.floor(now / 1000), offset: -60 * new Date().getTimezoneOffset() });
  if (hasZone !== false) return;
  const { zoneRule } = await need('zone');
  const tz = zoneRule(now);
  if (tz) await ask({ op: 'zone', tz });
}

// The device answers, but not to this key: it was removed, replaced or has run out. The key is kept all the same: whoever sits between can
// refuse in the device's name, and must not be able to make a browser forget.
function turnedAway() {
  app.lose();
  release();
}

app.leave = () => {
  isInside = false;
  leave();
};

// While somebody is inside, the device is asked in the session only, and /state not at all. Nobody looks for a quarter of an hour: the session ends by itself.
// Ends with the time until the next look, sooner where nobody answered; 0 while nobody is inside.
app.watchInside = async () => {
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
};
