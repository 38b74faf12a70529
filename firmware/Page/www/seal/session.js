// A session of a phone that the device knows: quick under its key, full with its PIN too.

import { hmac } from '../crypto/sha256.js';
import { Channel, Refused, challenge, isTagged, tag } from './channel.js';
import { ACCEPT, DOOR, HEAD, PROOF, SESSION, compose, fits } from './message.js';

export const GRANTED = 0;

// Ends with { status, wait, channel }: the channel only when granted. `check` is null for a quick session.
export async function openSession(send, phone, phoneKey, check) {
  const about = await challenge(send, SESSION, phone);
  const proof = compose(about, PROOF, check ? 32 : 0, 0);
  const transcript = proof.slice(0, HEAD);
  const base = check ? hmac(phoneKey, check, transcript) : hmac(phoneKey, 'TG1 quick', transcript);
  if (check) proof.set(hmac(base, 'TG1 t2'), HEAD);
  const answer = await send(tag(hmac(phoneKey, 'TG1 t1'), proof));
  if (!fits(about, answer, ACCEPT, 24, 0, [])) throw new Refused();
  const status = answer[HEAD];
  const id = answer.slice(HEAD + 8, HEAD + 24);
  const channelKey = hmac(base, 'TG1 channel', phone, id);
  if (!isTagged(status === GRANTED ? hmac(channelKey, 'TG1 accept') : hmac(phoneKey, 'TG1 refuse'), answer)) throw new Refused();
  const wait = new DataView(answer.buffer).getUint32(HEAD + 4);
  const channel = status === GRANTED ? new Channel({ ...about, purpose: DOOR, deviceNonce: id }, channelKey, send) : null;
  return { status, wait, channel };
}
