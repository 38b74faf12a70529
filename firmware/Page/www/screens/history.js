// Who changed what: the newest first, older ones on demand.

import { has, t } from '../words.js';
import { app } from '../app.js';
import { hold, why } from '../flow.js';
import { during } from '../forms.js';
import { ask } from '../home.js';
import { at, phoneNames, toyNames } from '../told.js';
import { button, card, h, p, show } from '../ui.js';
import { places } from './places.js';

function said(change) {
  const key = change.kind === 'rule-changed' ? 'changed-' + change.op : 'changed-' + change.kind;
  return has(key) ? key : 'changed-rule';
}

export async function historyList() {
  const lines = [];
  const who = phoneNames((await ask({ op: 'phones' })).phones || []);
  const toy = await toyNames();
  const line = (change) => h('div', { is: 'line' }, p(t(said(change), { who: who(change.who), toy: toy(change.toy) })),
    h('small', {}, [at(change.at), change.looser && t('looser')].filter((x) => x).join(' · ')));
  const more = async (question) => {
    const told = await ask(question, true);
    if (app.place !== 'history') return;
    lines.push(...(told.items || []).map(line));
    show('history', t('history'), !told.ok && p(await why(told)), told.damaged && card('stop', p(t('notice-19'))),
      card('', lines.length ? lines : p(t('history-none'))),
      told.more > 0 && button('older', t('older'), () => during(() => hold(() => more({ op: 'history', from: told.more })))),
      button('back', t('back'), () => app.go('family')), places('family'));
  };
  await more({ op: 'history' });
}
