// Both halves begin with it, and welcome back, and whatever opens something in the grown-up's absence.

import { t } from '../words.js';
import { glyph } from '../app.js';
import { hero, p, show } from '../ui.js';

export function press(text, ...more) {
  show('press', t('press'), hero(glyph()), p(text), p(t('press-where'), 'soft'), ...more);
}
