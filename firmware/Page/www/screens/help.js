// Get help, over whatever was begun.

import { load, parse, t } from '../words.js';
import { button, say, show } from '../ui.js';
import { cover, uncover } from './over.js';

export async function showHelp() {
  const back = button('help-back', t('back'), uncover, 'main');
  cover();
  show('help', t('get-help'), back);
  try {
    show('help', t('get-help'), parse(await load('/help')).querySelector('article'), back);
  } catch {
    say(t('seek-1'));
  }
}
