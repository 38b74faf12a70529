// Family: phones and passes, notices, Wi-Fi, PIN, and how it all ends.

import { has, t } from '../words.js';
import { GUARDIAN, HELPER, VIEWER } from '../roles.js';
import { app, release } from '../app.js';
import { hold, why } from '../flow.js';
import { ask } from '../home.js';
import { need } from '../parts.js';
import { forget } from '../storing.js';
import { choice, during, field, secret, submit } from '../forms.js';
import { at, phoneNames, toyNames } from '../told.js';
import { button, card, h, icon, p, show } from '../ui.js';
import { places } from './places.js';
import { choosePin, loosen, unlock } from './sure.js';

// One step and back again.
function act(question, words) {
  return () => hold(async () => {
    const answer = await ask(question);
    release(answer.ok ? t(words || 'done') : await why(answer));
  });
}

// Family, or what it leads to. For a guardian it begins with the list; others see only what is theirs.
export async function family() {
  if (app.place !== 'family') {
    const { care } = await need('week care');
    return care();
  }
  const told = app.role === GUARDIAN ? await ask({ op: 'phones' }) : { ok: true, phones: [], notices: [] };
  const notices = told.notices || [];
  const toy = notices.length ? await toyNames() : String;
  const who = phoneNames(told.phones || []);
  if (app.place !== 'family') return;
  app.isHeld = true;
  show('family', t('family'),
    !told.ok && p(await why(told)),
    notices.map((n) => card('wait', h('div', { is: 'line' }, p(t(has('notice-' + n.kind) ? 'notice-' + n.kind : 'notice', { who: who(n.who), toy: toy(n.toy) })), h('small', {}, at(n.at))),
      button('seen', t('seen'), act({ op: 'seen', notice: n.n }), '', n.n))),
    app.role === GUARDIAN && card('', h('h2', {}, t('phones')), (told.phones || []).map(phone),
      button('invite', t('invite'), invite), button('end-sessions', t('end-sessions'), act({ op: 'end-sessions' }, 'done-end'))),
    card('', h('h2', {}, t('this-phone')),
      button('ticket', t('how'), () => hold(async () => {
        const { showHow } = await need('keep');
        await showHow(() => app.go('family'));
      })),
      button('pin', t('pin-own-change'), () => hold(async () => {
        await unlock(release);
        choosePin(t('pin-1'), release);
      })),
      button('sign-out', t('sign-out'), () => hold(async () => {
        await ask({ op: 'sign-out' });
        app.go('out');
      }))),
    app.role !== VIEWER && card('', h('h2', {}, t('wifi-title')), button('wifi-add', t('wifi-add'), wifiAdd)),
    app.role === GUARDIAN && card('', h('h2', {}, t('care')), to('children'), app.state.mode === 'hub' && to('intro'), to('stored'), to('history')),
    app.role === GUARDIAN && card('', h('h2', {}, t('end')),
      button('give-away', t('give-away'), () => end('give-away')), button('wipe', t('wipe'), () => end('wipe'))),
    places('family'));
}

function to(place) {
  return button(place, t(place), () => app.go(place));
}

function phone(one) {
  return h('div', { is: 'line' },
    h('div', {}, h('bdi', {}, one.label), one.self && h('small', {}, ' ' + t('self')),
      h('small', { is: 'block' }, [t('role-' + one.role), one.expires && t('until', { time: at(one.expires) }), one.waiting && t('phone-waits')].filter((x) => x).join(' · '))),
    !one.self && h('div', { is: 'acts' },
      button('pin-reset', t('pin-reset'), () => loosen({ op: 'pin-reset', n: one.n }, t('sure-pin-reset', { who: one.label }), () => release(t('done')), release), '', one.n),
      button('remove', t('remove'), () => hold(async () => {
        await unlock(release);
        const answer = await ask({ op: 'remove', n: one.n });
        release(answer.ok ? t('removed') : await why(answer));
      }), '', one.n)));
}

export function invite() {
  const chosen = { role: String(GUARDIAN) };
  const days = field('days', t('invite-days'), { type: 'number', min: 0, max: 7, value: 0, inputMode: 'numeric' });
  show('invite', t('invite'), h('form', {
    is: 'stack', on: () => {
      const role = Number(chosen.role);
      loosen({ op: 'invite', role, days: role === GUARDIAN ? 0 : Math.min(7, Number(days.input.value)) }, t('sure-invite-' + role), (answer) => {
        const link = app.state.home + '#i=' + role + '.' + answer.code;
        show('invited', t('invite'), card('', p(t('invited-1')), h('p', { is: 'code', dir: 'ltr', act: 'invite-link' }, link), p(t('invited-2'), 'soft')),
          button('done', t('done'), () => release(), 'main'));
      }, release);
    },
  }, choice('role', t('invite-role'), [GUARDIAN, HELPER, VIEWER].map((r) => [String(r), h('span', {}, t('role-' + r), h('small', { is: 'block' }, t('role-' + r + '-may')))]), chosen.role, (r) => (chosen.role = r)),
  days, submit('next', t('next'))), button('back', t('back'), () => release()));
}

export function wifiAdd() {
  const name = field('ssid', t('wifi-name'), { maxLength: 32 });
  const key = secret('key', t('wifi-key'), true, { maxLength: 63 });
  hold(async () => {
    const told = await ask({ op: 'networks' });
    show('wifi-add', t('wifi-add'), p(t('again-1')), h('form', {
      is: 'stack', on: () => during(() => {
        const ssid = name.input.value;
        if (!ssid) return name.complain(t('wifi-which'));
        loosen({ op: 'wifi-add', ssid, key: key.input.value }, t('sure-wifi', { ssid }), () => release(t('wifi-added', { ssid })), release);
      }),
    }, (told.networks || []).length > 0 && choice('network', t('wifi-choose'), told.networks.map((n) => [n.ssid, h('bdi', {}, n.ssid), h('span', { is: 'bars b' + n.bars }, icon('bars'))]), '', (ssid) => (name.input.value = ssid)),
    name, key, submit('next', t('next'))), button('back', t('back'), () => release()));
  });
}

// Everything is forgotten here too.
function end(op) {
  loosen({ op }, t('sure-' + op), () => {
    forget();
    app.place = '';
    app.afresh();
    show('gone', t('end'), card('good', p(t('done-' + op))));
  }, release);
}
