// A PIN as the device wants it.

import { hex, join, random, unhex } from '../crypto/bytes.js';
import { pbkdf2 } from '../crypto/pbkdf2.js';
import { hmac } from '../crypto/sha256.js';

// Chosen by measurement: at most 4 s where a browser's processor is slowed six times (tests/Browser/README.md).
export const ROUNDS = 100000;

// What the device keeps instead of a PIN, and what it wants to see of one inside a channel.
export function checkOf(base, deviceSalt) {
  return hmac(base, deviceSalt);
}

export function pinProof(base, deviceSalt, channel) {
  return hmac(checkOf(base, deviceSalt), 'TG1 pin', channel.about.deviceNonce);
}

// The same PIN, whatever digits the keyboard writes.
export function pinBytes(pin) {
  return join([pin.trim().normalize('NFC').replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => d.charCodeAt(0) & 15)]);
}

// What stands for a PIN where this phone's record is known.
export async function checkOfPin(pin, own) {
  return checkOf(await pbkdf2(pinBytes(pin), unhex(own.salt), own.rounds), unhex(own.deviceSalt));
}

// A new PIN: itself, once and sealed, and what stands for it from then on.
export async function newPin(pin) {
  const bytes = pinBytes(pin);
  const salt = random(16);
  const base = await pbkdf2(bytes, salt, ROUNDS);
  return { pin: new TextDecoder().decode(bytes), base: hex(base), salt: hex(salt), rounds: ROUNDS };
}
