// SHA-256 (FIPS 180-4) and HMAC (RFC 2104).
// Not in constant time: who can time this browser can read its memory.

import { join } from './bytes.js';

const K = new Int32Array(64);
const START = new Int32Array(8);
export const W = new Int32Array(64);

// The first 32 bits behind the point of the square and cube roots of the first primes (4.2.2 and 5.3.3).
for (let n = 2, i = 0; i < 64; n++) {
  let d = 2;
  while (n % d) d++;
  if (d === n) {
    if (i < 8) START[i] = Math.sqrt(n) % 1 * 4294967296;
    K[i++] = Math.cbrt(n) % 1 * 4294967296;
  }
}

// One block, the first 16 words of W, into a state.
export function compress(state) {
  for (let i = 16; i < 64; i++) {
    const x = W[i - 15];
    const y = W[i - 2];
    W[i] = W[i - 16] + W[i - 7]
      + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3)
      + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const t = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + W[i] | 0;
    const u = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
    h = g;
    g = f;
    f = e;
    e = d + t | 0;
    d = c;
    c = b;
    b = a;
    a = t + u | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

// Takes bytes into a state that has taken `before` bytes already, a multiple of 64, and ends it.
function finish(state, bytes, before) {
  const padded = new Uint8Array((bytes.length + 72) >> 6 << 6);
  const view = new DataView(padded.buffer);
  padded.set(bytes);
  padded[bytes.length] = 128;
  view.setUint32(padded.length - 4, (before + bytes.length) * 8);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) W[i] = view.getInt32(at + 4 * i);
    compress(state);
  }
  return state;
}

export function toBytes(words) {
  const view = new DataView(new ArrayBuffer(32));
  words.forEach((w, i) => view.setInt32(4 * i, w));
  return new Uint8Array(view.buffer);
}

export function sha256(bytes) {
  return toBytes(finish(START.slice(), bytes, 0));
}

// The two states behind a key's pads: all that HMAC needs of a key.
export function pads(key) {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  return [0x36363636, 0x5c5c5c5c].map((mask) => {
    const state = START.slice();
    const view = new DataView(block.buffer);
    for (let i = 0; i < 16; i++) W[i] = view.getInt32(4 * i) ^ mask;
    compress(state);
    return state;
  });
}

export function hmac(key, ...parts) {
  const [inner, outer] = pads(key);
  return toBytes(finish(outer, toBytes(finish(inner, join(parts), 64)), 64));
}
