// A sealed channel: questions up, answers down, a counter for each pair, keys for each direction.

import { random, same, utf8 } from '../crypto/bytes.js';
import { hmac } from '../crypto/sha256.js';
import { CHALLENGE, BEGIN, HEAD, SEALED, TAG, compose, envelope, fits } from './message.js';

const BLOCK = 64;

export const NOBODY = new Uint8Array(8);

const BODY_MAX = 3072;

// Thrown where the other end does not answer as one that holds the key.
export class Refused extends Error {}

// Asks for a nonce of the device's, and which device it is. `send` takes and gives whole messages, null for the refusal.
export async function challenge(send, purpose, phone) {
  const about = envelope(purpose, NOBODY, phone, random(16));
  const answer = await send(compose(about, BEGIN, 0, 0));
  if (!fits(about, answer, CHALLENGE, 0, 0, ['device', 'deviceNonce'])) throw new Refused();
  return about;
}

export function isTagged(key, bytes) {
  return same(hmac(key, bytes.subarray(0, -TAG)), bytes.subarray(-TAG));
}

export function tag(key, bytes) {
  bytes.set(hmac(key, bytes.subarray(0, -TAG)), bytes.length - TAG);
  return bytes;
}

export class Channel {
  // `about` holds the channel's or the session's id where the device's nonce stood.
  constructor(about, key, send) {
    const named = (name) => hmac(key, name);
    this.about = about;
    this.send = send;
    this.encUp = named('TG1 enc up');
    this.macUp = named('TG1 mac up');
    this.encDown = named('TG1 enc down');
    this.macDown = named('TG1 mac down');
    this.counter = 0;
    this.last = Promise.resolve();
  }

  async ask(question) {
    return JSON.parse(await this.say(JSON.stringify(question)));
  }

  // One at a time. Ends with the answer, or with Refused for ever: a counter that may have been used is not used for anything else.
  say(text) {
    const answer = this.last.then(() => this.exchange(text));
    this.last = answer.catch(() => {});
    return answer;
  }

  async exchange(text) {
    if (this.isDead) throw new Refused();
    try {
      return this.open(await this.send(this.seal(utf8(text)), (answer) => this.isOurs(answer)));
    } catch (fault) {
      this.isDead = true;
      throw fault;
    }
  }

  seal(text) {
    const plain = new Uint8Array(Math.ceil((2 + text.length) / BLOCK) * BLOCK);
    plain.set([text.length >> 8, text.length & 255]);
    plain.set(text, 2);
    const message = compose(this.about, SEALED, plain.length, ++this.counter);
    message.set(this.mix(this.encUp, plain), HEAD);
    return tag(this.macUp, message);
  }

  isOurs(answer) {
    const length = answer.length - HEAD - TAG;
    return length > 0 && length <= BODY_MAX && length % BLOCK === 0
      && fits(this.about, answer, SEALED, length, this.counter, []) && isTagged(this.macDown, answer);
  }

  open(answer) {
    if (!answer || !this.isOurs(answer)) throw new Refused();
    const plain = this.mix(this.encDown, answer.subarray(HEAD, -TAG));
    return new TextDecoder().decode(plain.subarray(2, 2 + (plain[0] << 8 | plain[1])));
  }

  mix(key, body) {
    const mixed = new Uint8Array(body);
    const place = new DataView(new ArrayBuffer(12));
    place.setUint32(4, this.counter);
    for (let at = 0; at < body.length; at += 32) {
      place.setUint32(8, at / 32);
      hmac(key, new Uint8Array(place.buffer)).forEach((b, i) => {
        if (at + i < body.length) mixed[at + i] ^= b;
      });
    }
    return mixed;
  }
}
