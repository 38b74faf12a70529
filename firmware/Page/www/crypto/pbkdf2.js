// PBKDF2 (RFC 8018) with HMAC-SHA-256, on whole words, since it hashes a hundred thousand times.

import { W, compress, hmac, pads, toBytes } from './sha256.js';

const SLICE_MS = 40;

// The first 32 bytes, in slices, so that the page stays awake.
export async function pbkdf2(password, salt, rounds) {
  const [inner, outer] = pads(password);
  const state = new Int32Array(8);
  const u = new Int32Array(8);
  const sum = new Int32Array(8);
  const first = hmac(password, salt, new Uint8Array([0, 0, 0, 1]));
  const view = new DataView(first.buffer);
  for (let i = 0; i < 8; i++) sum[i] = u[i] = view.getInt32(4 * i);
  for (let round = 1; round < rounds;) {
    const until = performance.now() + SLICE_MS;
    while (round < rounds && performance.now() < until) {
      for (let n = Math.min(100, rounds - round); n > 0; n--) {
        for (const pad of [inner, outer]) {
          W.set(u);
          W.fill(0, 8, 16);
          W[8] = 1 << 31;
          W[15] = 768;
          state.set(pad);
          compress(state);
          u.set(state);
        }
        for (let i = 0; i < 8; i++) sum[i] ^= u[i];
        round++;
      }
    }
    await new Promise((done) => setTimeout(done));
  }
  return toBytes(sum);
}
