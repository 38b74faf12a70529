// Introducing a toy whose maker wrote no list: half an hour to see what it wants, and a grown-up's choice of what stays.

import { span, t } from '../words.js';
import { app, release } from '../app.js';
import { why } from '../flow.js';
import { ask } from '../home.js';
import { pause } from '../net.js';
import { gather, toyNames } from '../told.js';
import { button, card, h, isOn, p, say, show } from '../ui.js';
import { places } from './places.js';
import { loosen } from './sure.js';
import { thingCards } from './things.js';

const LOOK_AGAIN_MS = 2000;

// The newest look is the one that goes on.
const tries = { look: 0 };

// Looks again and again while the half hour is shown.
export async function introducing() {
  const look = ++tries.look;
  const names = await toyNames();
  const picked = new Set();
  let isNew = true;
  do {
    const told = await gather({ op: 'tries' }, 'tries');
    const seen = told.toy ? told : await gather({ op: 'things' }, 'things');
    if (app.place !== 'intro' || look !== tries.look || !(isNew || isOn('intro'))) return;
    isNew = false;
    if (!told.ok) return show('intro', t('intro'), p(await why(told)), places('family'));
    drawTries(told, seen, names, picked);
    await pause(LOOK_AGAIN_MS);
  } while (isOn('intro') && look === tries.look);
}

function drawTries(told, seen, names, picked) {
  const back = button('back', t('back'), () => app.go('family'));
  const toy = names(told.toy);
  if (!told.toy) {
    return show('intro', t('intro'), thingCards(seen, names), p(t('intro-1')), p(t('intro-2'), 'soft'),
      told.can.length ? told.can.map((n) => button('introduce', t('introduce', { toy: names(n) }),
        () => loosen({ op: 'introduce', toy: n, start: 1 }, t('sure-introduce', { toy: names(n) }), () => release(), release), 'main', n))
        : card('', p(t('intro-none'))),
      back, places('family'));
  }
  const tick = (one) => h('input', { type: 'checkbox', act: 'pick', 'data-n': one.n, checked: picked.has(one.n), on: (event) => picked[event.target.checked ? 'add' : 'delete'](one.n) });
  const rows = told.tries.map((one) => h('div', { is: 'line' },
    h('label', { is: 'check' }, tick(one), h('span', {}, h('bdi', { dir: 'ltr' }, one.name), h('small', { is: 'block' }, t(one.closed ? 'try-closed' : 'try-times', { n: one.lookups + one.hellos })))),
    told.left > 0 && !one.closed && button('close', t('close'), () => ask({ op: 'tries', close: one.n }), '', one.n)));
  show('intro', t('introduce', { toy }),
    told.left > 0 ? card('wait', p(t('intro-runs', { toy, time: span(told.left) }))) : card('closed', p(t('intro-over', { toy }))),
    h('fieldset', { is: 'card' }, h('legend', {}, t('intro-pick')), rows.length ? rows : p(t('intro-quiet', { toy }))),
    rows.length > 0 && button('keep-these', t('keep-these'), () => keepThese(told, toy, picked), 'main'),
    button('stop', t(told.left > 0 ? 'intro-stop' : 'intro-nothing'), () => ask({ op: 'introduce', toy: told.toy, stop: 1 }).then(() => release())),
    back, places('family'));
}

function keepThese(told, toy, picked) {
  const chosen = told.tries.filter((one) => picked.has(one.n));
  if (!chosen.length) return say(t('keep-none'));
  loosen({ op: 'introduce', toy: told.toy, keep: chosen.map((one) => one.n).join() }, t('sure-keep', { toy, places: chosen.map((one) => one.name).join(', ') }),
    () => release(t('done-keep', { toy })), release);
}
