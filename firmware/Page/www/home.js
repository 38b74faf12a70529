// This phone's own end: its record, one session a tab, and questions to the door. Keys stay in this module and in the store.

import { hex, random, unhex } from './crypto/bytes.js';
import { pbkdf2 } from './crypto/sha256.js';
import { checkOf, pinBytes } from './seal/pairing.js';
import { GRANTED, openSession } from './seal/session.js';
import { Refused } from './seal/channel.js';
import { send } from './net.js';
import { forget, keep, kept } from './store.js';
import { app } from './app.js';
import { patiently } from './flow.js';

// Chosen by measurement: at most 4 s where a browser's processor is slowed six times (tests/Browser/README.md).
export const ROUNDS = 100000;

const SESSION_MS = 8000;

// Asking these twice is asking once: they may go again in a new session.
const HARMLESS = ['look', 'phones', 'networks', 'pause', 'hello', 'seen', 'clock', 'end-sessions', 'forgot-stop', 'withdraw'];

let channel = null;
let isFull = false;

export function record() {
  const own = app.state && kept(app.state.label);
  return own && own.device === app.state.id ? own : null;
}

export function isUnlocked() {
  return isFull;
}

export function leave() {
  channel = null;
  isFull = false;
}

export function unknown() {
  leave();
  forget();
}

// Opens a session; with a PIN a full one. Ends with the device's status, or throws Refused where this phone is not known.
export async function enter(pin) {
  const own = record();
  if (!own) throw new Refused();
  const check = pin === undefined ? null : checkOf(await pbkdf2(pinBytes(pin), unhex(own.salt), own.rounds), unhex(own.deviceSalt));
  const answer = await patiently(() => openSession(send, unhex(own.phone), unhex(own.key), check), SESSION_MS, () => true);
  if (answer.status === GRANTED) {
    channel = answer.channel;
    isFull = !!check;
  }
  return answer;
}

// Another session in place of one that ended. Where there is none to be had, this phone is not known any more.
async function comeBack() {
  leave();
  try {
    await enter();
  } catch (fault) {
    if (fault instanceof Refused) app.lose();
    throw fault;
  }
}

export async function ask(question) {
  for (let isAgain = !HARMLESS.includes(question.op); ; isAgain = true) {
    if (!channel || channel.isDead) await comeBack();
    try {
      return await channel.ask(question);
    } catch (fault) {
      leave();
      if (isAgain) throw fault;
    }
  }
}

// A new PIN as the device wants it: itself, once and sealed, and what stands for it from then on.
export async function newPin(pin) {
  const bytes = pinBytes(pin);
  const salt = random(16);
  const base = await pbkdf2(bytes, salt, ROUNDS);
  return { pin: new TextDecoder().decode(bytes), base: hex(base), salt: hex(salt), rounds: ROUNDS };
}

// Ends a pairing of any kind: the key is stored and read back before `keep`, and only `keep` makes the device save.
export async function settle(pairing, about) {
  const own = { device: hex(pairing.about.device), key: hex(pairing.phoneKey(unhex(about.phone))), ...about };
  const isKept = keep(own, app.state.label);
  const answer = await pairing.ask({ op: 'keep' });
  // A ticket's entry has a PIN already.
  if (answer.deviceSalt) keep({ ...own, salt: answer.phoneSalt, deviceSalt: answer.deviceSalt, rounds: answer.rounds }, app.state.label);
  leave();
  return { ...answer, isKept };
}

// A PIN of this phone was set anew.
export function renew(about) {
  keep({ ...record(), ...about }, app.state.label);
  leave();
}
