// The end of a pairing of any kind.

import { hex, unhex } from './crypto/bytes.js';
import { keep } from './storing.js';
import { app } from './app.js';

// What other guardians read in their list of phones.
export function ownLabel() {
  return ['iPhone', 'iPad', 'Android', 'Windows', 'Macintosh', 'Linux'].find((n) => navigator.userAgent.includes(n)) || 'Browser';
}

// The key is stored and read back before `keep`, and only `keep` makes the device save.
export async function settle(pairing, about) {
  const own = { device: hex(pairing.about.device), key: hex(pairing.phoneKey(unhex(about.phone))), ...about };
  const isKept = keep(own, app.state.label);
  const answer = await pairing.ask({ op: 'keep' });
  // A ticket's entry has a PIN already.
  if (answer.deviceSalt) keep({ ...own, salt: answer.phoneSalt, deviceSalt: answer.deviceSalt, rounds: answer.rounds }, app.state.label);
  app.leave();
  return { ...answer, isKept };
}
