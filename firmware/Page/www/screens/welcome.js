// The ways back: a browser that forgot its key, a forgotten PIN, and the device's own Wi-Fi on a device that has a family.
// Each needs the device in hand (a press), its code, and a PIN but for the forgotten one, which waits a day instead.

import { hex, unhex } from '../crypto/bytes.js';
import { pbkdf2 } from '../crypto/pbkdf2.js';
import { FORGOT, WELCOME, WIFI } from '../seal/message.js';
import { pinBytes, pinProof } from '../seal/pin.js';
import { memo, remember } from '../link.js';
import { span, t } from '../words.js';
import { app, release } from '../app.js';
import { PATIENCE_MS, hold, why } from '../flow.js';
import { record } from '../own.js';
import { ownLabel, settle } from '../settle.js';
import { askCode, busy, pairing, pinScreen } from './claim.js';
import { faultCard } from './fault.js';
import { press } from './press.js';
import { choice, during, field, secret, submit } from '../forms.js';
import { button, card, h, p, show } from '../ui.js';

const isOpen = () => app.state.claim.open;

export function welcome() {
  const ways = [card('', p(t('welcome-1')), p(t('welcome-2'))), record() && button('retry', t('retry'), () => {
    app.afresh();
    app.route();
  })];
  if (!memo.code) return askCode(t('welcome'), t('welcome-code'), memo.failed && t('code-refused'), ways);
  if (!isOpen()) return press(t('welcome-press'), ...ways, forgotButton());
  begin(memo.isForgot ? FORGOT : WELCOME, isOpen, memo.isForgot ? forgotPin : adopt);
}

function forgotButton() {
  return button('forgot', t(memo.isForgot ? 'forgot-not' : 'forgot'), () => {
    remember({ isForgot: memo.isForgot ? 0 : 1 });
    app.route();
  });
}

function begin(purpose, isStill, then) {
  hold(async () => {
    busy(t('checking'));
    const channel = await pairing(purpose, 0, PATIENCE_MS, isStill);
    const answer = channel && await channel.ask({ op: 'entries' });
    if (!channel) release();
    else if (!answer.ok || !answer.entries.length) release(answer.ok ? t('why-unknown') : await why(answer));
    else then(channel, answer.entries, answer);
  });
}

// Which of the family's phones this is. The list comes under the right code only.
function who(entries, chosen) {
  const items = entries.map((e) => [String(e.n), h('bdi', {}, e.label), h('small', {}, t('role-' + e.role))]);
  return choice('who', t('who'), items, String(chosen.n), (n) => (chosen.n = Number(n)));
}

async function proofOf(channel, entry, pin) {
  return hex(pinProof(await pbkdf2(pinBytes(pin), unhex(entry.phoneSalt), entry.rounds), unhex(entry.deviceSalt), channel));
}

function adopt(channel, entries) {
  const chosen = { n: entries[0].n };
  const pin = secret('pin', t('pin-own'), false, { inputMode: 'text', maxLength: 64, autocomplete: 'current-password' });
  show('who', t('welcome'), p(t('who-1')), h('form', {
    is: 'stack', on: () => during(() => hold(async () => {
      const entry = entries.find((e) => e.n === chosen.n);
      const answer = await channel.ask({ op: 'adopt', n: entry.n, proof: await proofOf(channel, entry, pin.input.value), label: ownLabel() });
      if (!answer.ok) return pin.complain(await why(answer));
      const end = await settle(channel, { phone: answer.phone, salt: entry.phoneSalt, deviceSalt: entry.deviceSalt, rounds: entry.rounds, role: answer.role });
      if (!end.ok) return pin.complain(await why(end));
      remember({ kind: '', code: '', keep: end.isKept ? 0 : 1, isKept: 0 });
      app.afresh();
      release();
    })),
  }, who(entries, chosen), pin, submit('adopt', t('next'))), button('forgot', t('forgot'), () => {
    remember({ isForgot: 1 });
    release();
  }));
}

function forgotPin(channel, entries) {
  const chosen = { n: entries[0].n };
  show('who', t('forgot'), card('wait', p(t('forgot-1')), p(t('forgot-2'))), h('form', {
    is: 'stack', on: () => during(() => hold(async () => {
      const answer = await channel.ask({ op: 'forgot', n: chosen.n });
      remember({ isForgot: 0 });
      if (!answer.ok) return release(await why(answer));
      if (!answer.wait) return pinScreen(channel, answer.phone);
      show('forgot-wait', t('forgot'), card('wait', p(t('forgot-wait', { time: span(answer.wait) })), p(t('forgot-3'))));
    })),
  }, who(entries, chosen), submit('forgot-go', t('forgot-go'))));
}

// Another Wi-Fi for a device that has a family: on its own Wi-Fi, after a press.
export function again() {
  if (!app.state.setup.open) return press(t('again-press'));
  if (!memo.code) return askCode(t('again'), t('again-code'), memo.failed && t('code-refused'), memo.tried && faultCard());
  begin(WIFI, () => app.state.setup.open, wifiAgain);
}

function wifiAgain(channel, entries, told) {
  const chosen = { n: entries[0].n };
  const pin = secret('pin', t('pin-own'), false, { inputMode: 'text', maxLength: 64 });
  const name = field('ssid', t('wifi-name'), { maxLength: 32, list: 'heard' });
  const key = secret('key', t('wifi-key'), true, { maxLength: 63 });
  show('again', t('again'), p(t('again-1')), h('form', {
    is: 'stack', on: () => during(() => hold(async () => {
      const entry = entries.find((e) => e.n === chosen.n);
      const proof = await proofOf(channel, entry, pin.input.value);
      const answer = await channel.ask({ op: 'wifi', n: entry.n, proof, ssid: name.input.value, key: key.input.value });
      if (!answer.ok) return pin.complain(await why(answer));
      remember({ kind: '', code: '', tried: 1 });
      release();
    })),
  }, who(entries, chosen), pin, name, h('datalist', { id: 'heard' }, (told.networks || []).map((n) => h('option', { value: n.ssid }))), key, submit('try', t('try'))));
}
