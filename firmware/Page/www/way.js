// Where a code or a key is needed: which screen comes next.

import { memo } from './link.js';
import { t } from './words.js';
import { app } from './app.js';
import { record } from './own.js';
import { open } from './parts.js';
import { card, p } from './ui.js';
import { press } from './screens/press.js';

// Which screen comes next, where a code or a key is needed for it.
export function inner(state) {
  if (state.side === 'setup') return open('setup claim pin back', ({ tried, again }) => memo.tried && tried(state.setup.step) || again());
  if (!state.paired) return becomeGuardian(state);
  if (memo.keep) return open('inside keep', ({ keepPage }) => keepPage());
  if (record() && !app.isUnknown) return open('inside', ({ comeIn }) => comeIn());
  if (memo.kind === 'i') return open('claim', ({ joinFamily }) => joinFamily());
  if (memo.kind === 'm') return open('claim', ({ move }) => move());
  open('claim pin back', ({ welcome }) => welcome());
}

function becomeGuardian(state) {
  app.afresh();
  if (memo.code && !state.claim.open) return press(t('press-2'), state.notice === 'reset-by-button' && card('wait', p(t('reset'))));
  open('claim', ({ claim }) => claim());
}

// Another key, or another try with this one.
app.afresh = () => {
  app.isUnknown = false;
  app.leave();
};

// The device does not know this key.
app.lose = () => {
  app.afresh();
  app.isUnknown = true;
};
