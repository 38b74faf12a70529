// How something that takes several steps is begun, repeated and given up.

import { random } from './crypto/bytes.js';
import { Refused } from './seal/channel.js';
import { pause } from './net.js';
import { t } from './words.js';
import { app, release } from './app.js';
import { need } from './parts.js';

export const PATIENCE_MS = 60000;

// Holds the page and does `work`; a refusal that nobody expected ends what was begun.
export async function hold(work) {
  app.isHeld = true;
  try {
    await work();
  } catch (fault) {
    release(t(fault instanceof Refused ? 'time-over' : 'not-sure'));
  }
}

// A refusal may mean that others are being served: again, with a new beginning, while `isStill` and for `ms` at most.
export async function patiently(work, ms, isStill) {
  for (const until = performance.now() + ms; ;) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof Refused) || performance.now() > until || !isStill()) throw fault;
    }
    await pause(700 + random(1)[0]);
  }
}

// What the device says against it.
export async function why(answer) {
  const { reason } = await need('why');
  return reason(answer);
}
