// Keep this page: the owner code on paper, and an icon on the Home Screen.

import { memo, remember } from '../link.js';
import { t } from '../words.js';
import { app } from '../app.js';
import { hold } from '../flow.js';
import { ask } from '../home.js';
import { button, card, h, p, show } from '../ui.js';

export function keepPage() {
  const done = () => {
    remember({ keep: 0, owner: '' });
    app.route();
  };
  show('keep', t('keep'), card('good', p(t('keep-1'))),
    memo.owner && card('wait', p(t('owner-1')), h('p', { is: 'code', dir: 'ltr', act: 'owner-code' }, memo.owner)),
    memo.isKept ? p(t('keep-2')) : card('wait', p(t('no-store-private'))),
    memo.isKept && button('how', t('keep-how'), () => hold(() => showHow(done)), 'main'),
    button('later', t(memo.isKept ? 'later' : 'next'), done));
}

// The icon's address carries a ticket, so that an icon with a storage of its own comes in without a code.
export async function showHow(done) {
  const answer = await ask({ op: 'ticket' });
  if (answer.ok) remember({}, '#m=' + answer.code);
  show('how', t('how'), card('', h('h2', {}, 'iPhone, iPad'), p(t('how-apple'))), card('', h('h2', {}, 'Android'), p(t('how-android'))), p(t('how-once'), 'soft'),
    button('done', t('done'), () => {
      remember({});
      app.isHeld = false;
      done();
    }, 'main'));
}
