// Half one, bring it home: on the device's own Wi-Fi. Everything comes from /state, so a reload returns here.

import { memo, remember } from '../link.js';
import { t } from '../words.js';
import { isLasting } from '../store.js';
import { sendWifi } from '../send.js';
import { app, glyph } from '../app.js';
import { choice, during, field, secret, submit } from '../forms.js';
import { button, card, h, hero, icon, isOn, p, say, show } from '../ui.js';
import { faultCard } from './fault.js';
import { press } from './press.js';

const KEY_MIN = 8;
const OTHER = '';

export function hello() {
  show('hello', t('hello'),
    app.state.notice === 'reset-by-button' && card('wait', p(t('reset'))),
    card('', p(t('hello-1')), p(t('hello-2'), 'soft')),
    button('start', t('start'), () => {
      remember({ started: 1 });
      app.route();
    }, 'main'));
}

export function bringHome(setup) {
  if (tried(setup.step)) return;
  if (!memo.started) return hello();
  if (setup.step === 'choose' || setup.step === 'failed') return wifi();
  press(t('press-1'));
}

const form = { ssid: null, key: '', drawn: '' };

function wifi() {
  const setup = app.state.setup;
  const drawn = JSON.stringify([setup.networks, setup.fault, form.ssid]);
  if (drawn === form.drawn && isOn('wifi')) return;
  form.drawn = drawn;
  const networks = setup.networks || [];
  if (form.ssid === null && setup.ssid) form.ssid = networks.some((n) => n.ssid === setup.ssid) ? setup.ssid : null;
  const kind = (networks.find((n) => n.ssid === form.ssid) || {}).kind;
  const name = field('ssid', t('wifi-name'), { maxLength: 32, value: form.name || '', on: () => (form.name = name.input.value) });
  const key = secret('key', t('wifi-key'), true, { maxLength: 63, value: form.key });
  key.input.addEventListener('input', () => (form.key = key.input.value));
  const items = networks.map((n) => [n.ssid, h('bdi', {}, n.ssid), n.kind === 'open' && h('small', {}, t('wifi-open')),
    h('span', { is: 'bars b' + n.bars, role: 'img', ariaLabel: t('bars-' + n.bars) }, icon('bars'))]);
  show('wifi', t('wifi'),
    faultCard(),
    h('form', {
      is: 'stack', on: () => during(async () => {
        const ssid = form.ssid || name.input.value;
        if (!ssid) return name.complain(t('wifi-which'));
        if (kind !== 'open' && form.key.length > 0 && form.key.length < KEY_MIN) return key.complain(t('wifi-short'));
        if (!await sendWifi(ssid, kind === 'open' ? '' : form.key)) return say(t('wifi-not-taken'));
        Object.assign(setup, { step: 'trying', ssid, fault: '' });
        tried('trying');
      }),
    },
    choice('network', t('wifi-choose'), [...items, [OTHER, t('wifi-other')]], form.ssid, (ssid) => {
      form.ssid = ssid;
      wifi();
    }),
    form.ssid === OTHER && h('div', { is: 'stack' }, name, p(t('wifi-hidden'), 'soft')),
    form.ssid !== null && kind !== 'open' && key,
    form.ssid !== null && p(t('wifi-next', { ssid: form.ssid || t('wifi-yours') }), 'soft'),
    form.ssid !== null && submit('try', t('try'))));
}

// What a try came to, as long as it has not failed. True when that is what is shown.
export function tried(step) {
  const ssid = app.state.setup.ssid || t('wifi-yours');
  const isNamed = isLasting(app.state.label);
  if (step === 'trying') {
    show('trying', t('trying'), hero(glyph()), card('wait', p(t('trying-1', { ssid })), p(t('trying-2')), p(t('trying-3'))));
  } else if (step === 'joined') {
    show('joined', t('joined'), card('good', p(t('joined-1', { ssid }))),
      card('', h('ol', {}, h('li', {}, t('joined-2')), h('li', {}, t('joined-3')))),
      !isNamed && h('a', { act: 'home', href: app.state.home, is: 'button' }, t('joined-home')),
      p(t(isNamed ? 'joined-wait' : 'by-address'), 'soft'));
  } else return false;
  return true;
}
