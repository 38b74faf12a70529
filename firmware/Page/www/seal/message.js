// The one message grammar of firmware/docs/pairing.md: header (64), body, tag (32).

import { same } from '../crypto/bytes.js';

export const CLAIM = 1;
export const INVITE = 2;
export const WELCOME = 3;
export const WIFI = 4;
export const MOVE = 5;
export const FORGOT = 6;
export const SESSION = 8;
export const DOOR = 9;

export const BEGIN = 1;
export const CHALLENGE = 2;
export const PROOF = 3;
export const ACCEPT = 4;
export const SEALED = 5;

export const HEAD = 64;
export const TAG = 32;

const UP = 1;
const DOWN = 2;

// What both ends of one handshake have in common. Ids are 8 bytes, nonces 16.
export function envelope(purpose, device, phone, phoneNonce) {
  return { purpose, device, phone, phoneNonce, deviceNonce: new Uint8Array(16) };
}

// A header of ours, with room for body and tag behind it.
export function compose(about, step, length, counter) {
  return write(about, step, UP, length, counter);
}

function write(about, step, direction, length, counter) {
  const bytes = new Uint8Array(HEAD + length + TAG);
  bytes.set([84, 71, 1, about.purpose, step, direction, length >> 8, length & 255]);
  bytes.set(about.device, 8);
  bytes.set(about.phone, 16);
  bytes.set(about.phoneNonce, 24);
  bytes.set(about.deviceNonce, 40);
  new DataView(bytes.buffer).setUint32(60, counter);
  return bytes;
}

// True when an answer has exactly the header that it must have. What only the device knows is taken from it into `about` first, by the names in `learn`.
export function fits(about, bytes, step, length, counter, learn) {
  if (!bytes || bytes.length !== HEAD + length + TAG) return false;
  const told = { device: [8, 16], phone: [16, 24], deviceNonce: [40, 56] };
  for (const name of learn) about[name] = bytes.slice(...told[name]);
  return same(bytes.subarray(0, HEAD), write(about, step, DOWN, length, counter).subarray(0, HEAD));
}
