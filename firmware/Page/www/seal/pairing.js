// Claim, invite, welcome back, own Wi-Fi, move and forgotten PIN: one handshake under a code, then a channel.

import { hmac } from '../crypto/sha256.js';
import { Channel, NOBODY, Refused, challenge, isTagged, tag } from './channel.js';
import { ACCEPT, HEAD, PROOF, compose, fits } from './message.js';

// A channel under `code`, with what the phone's key comes from. `role` is the invitation's, 1 for a claim, else 0.
export async function pair(send, purpose, code, role) {
  const about = await challenge(send, purpose, NOBODY);
  const key = hmac(code, 'TG1 pair', [purpose, 1], about.device, [role], about.phoneNonce, about.deviceNonce);
  const answer = await send(tag(hmac(key, 'TG1 proof'), compose(about, PROOF, 0, 0)));
  if (!fits(about, answer, ACCEPT, 16, 0, ['phone'])) throw new Refused();
  const id = answer.slice(HEAD, HEAD + 16);
  const channelKey = hmac(key, 'TG1 channel', about.phone, id);
  if (!isTagged(hmac(channelKey, 'TG1 accept'), answer)) throw new Refused();
  about.deviceNonce = id;
  const channel = new Channel(about, channelKey, send);
  channel.phoneKey = (phone) => hmac(key, 'TG1 phone key', phone);
  return channel;
}
