// This phone's own end: its record, one session a tab, and questions to the door. Keys stay in this module and in the store.

import { unhex } from './crypto/bytes.js';
import { GRANTED, openSession } from './seal/session.js';
import { Refused } from './seal/channel.js';
import { send } from './net.js';
import { record } from './own.js';
import { t } from './words.js';
import { app, glyph } from './app.js';
import { hero, show } from './ui.js';
import { patiently } from './flow.js';

const SESSION_MS = 8000;

// Asking these twice is asking once, as what says so itself: they may go again in a new session.
const HARMLESS = ['look', 'rules', 'requests', 'phones', 'networks', 'pause', 'hello', 'seen', 'clock', 'end-sessions', 'forgot-stop', 'withdraw'];

let channel = null;
let isFull = false;

export function isUnlocked() {
  return isFull;
}

export function leave() {
  channel = null;
  isFull = false;
}

// Opens a session; with what stands for the PIN a full one. Ends with the device's status, or throws Refused where this phone is not known.
export async function enter(check) {
  const own = record();
  if (!own) throw new Refused();
  const answer = await patiently(() => openSession(send, unhex(own.phone), unhex(own.key), check || null), SESSION_MS, () => true);
  if (answer.status === GRANTED) {
    channel = answer.channel;
    isFull = !!check;
  }
  return answer;
}

// Another session in place of one that ended. Where there is none to be had, this phone is not known any more.
async function comeBack() {
  leave();
  // Nothing of what was inside is shown until it is.
  if (!app.isHeld) show('busy', t('looking'), hero(glyph()));
  try {
    await enter();
  } catch (fault) {
    if (fault instanceof Refused) app.lose();
    throw fault;
  }
}

export async function ask(question, isHarmless) {
  for (let isAgain = !isHarmless && !HARMLESS.includes(question.op); ; isAgain = true) {
    if (!channel || channel.isDead) await comeBack();
    try {
      return await channel.ask(question);
    } catch (fault) {
      leave();
      if (isAgain) throw fault;
    }
  }
}
