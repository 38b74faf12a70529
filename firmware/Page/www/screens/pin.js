// A first PIN, chosen and sent: the slow part, and the end of the pairing.

import { remember } from '../link.js';
import { app, release } from '../app.js';
import { why } from '../flow.js';
import { newPin } from '../seal/pin.js';
import { ownLabel, settle } from '../settle.js';

export async function savePin(channel, phone, pin, owner) {
  const fresh = await newPin(pin.input.value);
  const answer = await channel.ask({ op: 'pin', ...fresh, label: ownLabel(), ...(owner.input.value && { owner: owner.input.value }) });
  if (answer.why === 'owner-code') owner.hidden = false;
  if (!answer.ok) return (answer.why === 'owner-code' ? owner : pin).complain(await why(answer));
  const end = await settle(channel, { phone: answer.phone || phone, salt: fresh.salt, deviceSalt: answer.deviceSalt, rounds: fresh.rounds, role: answer.role });
  if (!end.ok) return pin.complain(await why(end));
  remember({ kind: '', code: '', keep: 1, owner: end.ownerCode || '', isKept: end.isKept ? 1 : 0 });
  app.afresh();
  release();
}
