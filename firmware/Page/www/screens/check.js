// The safety check: what to mend, each with the way there, then what is fine.

import { t } from '../words.js';
import { app } from '../app.js';
import { why } from '../flow.js';
import { ask } from '../home.js';
import { button, card, h, p, show } from '../ui.js';
import { invite, wifiAdd } from './family.js';
import { places } from './places.js';

// By what mends it: where that is done. What has no way here is for a grown-up to think about.
const WAYS = {
  'invite': invite, 'set-pin': () => app.go('family'), 'choose-wifi': wifiAdd, 'set-clock': () => app.afresh(), 'look-at-rules': () => app.go('rules'),
  'look-at-history': () => app.go('history'), 'close-plain': () => app.go('rules'), 'give-an-end': () => app.go('rules'), 'read-notices': () => app.go('family'),
};

export async function checkList() {
  const told = await ask({ op: 'check' }, true);
  if (app.place !== 'check') return;
  const items = told.items || [];
  const fine = items.filter((item) => item.ok);
  show('check', t('safety'), !told.ok && p(await why(told)),
    items.filter((item) => !item.ok).map((item) => card('wait', p(t('mend-' + item.id)), WAYS[item.fix] && button('fix', t('fix-' + item.fix), WAYS[item.fix], '', item.id))),
    fine.length > 0 && card('good', h('h2', {}, t('fine')), h('ul', {}, fine.map((item) => h('li', {}, t('fine-' + item.id))))),
    places('today'));
}
