// Half two, become its guardian; and joining by an invitation or a ticket. Reload returns here: the code stays in the tab until it is spent.

import { hex } from '../crypto/bytes.js';
import { readCode } from '../crypto/code.js';
import { CLAIM, INVITE, MOVE } from '../seal/message.js';
import { pair } from '../seal/pairing.js';
import { memo, remember } from '../link.js';
import { GUARDIAN } from '../roles.js';
import { t } from '../words.js';
import { isLasting } from '../store.js';
import { canStore } from '../storing.js';
import { send } from '../net.js';
import { app, glyph, release } from '../app.js';
import { PATIENCE_MS, hold, patiently } from '../flow.js';
import { need } from '../parts.js';
import { Refused } from '../seal/channel.js';
import { during, field, secret, submit } from '../forms.js';
import { button, card, h, hero, isOn, p, show } from '../ui.js';

const MOVE_MS = 6000;

// The code typed by hand, where no link brought it.
export function askCode(title, text, fault, before) {
  if (isOn('code')) return;
  const code = field('code', t('code'), { dir: 'ltr', autocapitalize: 'characters', maxLength: 30, enterKeyHint: 'go' });
  show('code', title, before, p(text),
    h('form', {
      is: 'stack', on: () => {
        if (!readCode(code.input.value)) return code.complain(t('code-typo'));
        remember({ kind: 'c', role: 0, code: code.input.value, failed: 0 });
        app.route();
      },
    }, code, submit('use-code', t('next'))));
  if (fault) code.complain(fault);
}

export function busy(text) {
  show('busy', text, hero(glyph()));
}

// Said before a code is spent where this browser will not know the device tomorrow.
function mayGoOn() {
  if (memo.anyway || canStore(app.state.label)) return true;
  show('no-store', t('no-store'), card('wait', p(t(isLasting(app.state.label) ? 'no-store-private' : 'by-address'))),
    !isLasting(app.state.label) && h('a', { act: 'home', href: app.state.home + '#' + memo.kind + '=' + (memo.role ? memo.role + '.' : '') + memo.code, is: 'button' }, t('joined-home')),
    button('anyway', t('no-store-go'), () => {
      remember({ anyway: 1 });
      app.route();
    }));
  return false;
}

// One handshake under the link's code. Null, and the code dropped, where the device did not take it.
export async function pairing(purpose, role, ms, isStill) {
  try {
    return await patiently(() => pair(send, purpose, readCode(memo.code), role), ms, isStill);
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    if (isStill()) remember({ kind: '', code: '', failed: 1 });
    return null;
  }
}

export function claim() {
  if (!memo.code) return askCode(t('code-title'), t('code-scan'), memo.failed && t('code-refused'));
  if (!mayGoOn()) return;
  hold(async () => {
    busy(t('checking'));
    const channel = await pairing(CLAIM, GUARDIAN, PATIENCE_MS, () => app.state.claim.open && !app.state.paired);
    if (channel) pinScreen(channel, hex(channel.about.phone));
    else release();
  });
}

export function joinFamily() {
  if (!mayGoOn()) return;
  show('join', t('join'), card('', p(t('join-' + memo.role))), button('join', t('join-go'), () => hold(async () => {
    busy(t('checking'));
    const channel = await pairing(INVITE, memo.role, PATIENCE_MS, () => true);
    if (channel) pinScreen(channel, hex(channel.about.phone));
    else release(t('invite-over'));
  }), 'main'));
}

// A ticket carries an entry into its icon; no question is asked.
export function move() {
  if (!canStore(app.state.label)) return remember({ kind: '' });
  hold(async () => {
    busy(t('moving'));
    const channel = await pairing(MOVE, 0, MOVE_MS, () => true);
    const { settle } = await need('pin');
    if (channel) await settle(channel, { phone: hex(channel.about.phone) });
    remember({ kind: '', code: '', failed: 0 });
    app.afresh();
    release();
  });
}

// PIN: the only thing typed in this half. Shown while it is chosen, since it is typed once.
export function pinScreen(channel, phone) {
  const pin = secret('pin', t('pin-new'), true, { inputMode: memo.words ? 'text' : 'numeric', maxLength: 64, autocomplete: 'new-password' });
  const owner = field('owner', t('owner-code'), { dir: 'ltr', maxLength: 30 });
  owner.hidden = true;
  show('pin', t('pin'), p(t('pin-1')), p(t('pin-2'), 'soft'),
    h('form', {
      is: 'stack', on: () => during(() => hold(async () => {
        const { savePin } = await need('pin');
        await savePin(channel, phone, pin, owner);
      })),
    }, pin, owner, submit('save-pin', t('pin-save'))));
}
