// Get help, over whatever was begun: it waits behind it, so that nothing is lost by asking.

import { load, parse, t } from '../words.js';
import { app } from '../app.js';
import { button, main, say, show, shown } from '../ui.js';

let close = null;

// Puts a screen aside; what comes back brings it up again as it was.
function stash() {
  const held = shown.screen;
  const id = main.dataset.screen;
  const nodes = Array.from(main.childNodes);
  return () => {
    shown.screen = held;
    main.dataset.screen = id;
    main.replaceChildren(...nodes);
  };
}

export async function showHelp() {
  if (!close) {
    const restore = stash();
    const wasHeld = app.isHeld;
    close = () => {
      close = null;
      app.isHeld = wasHeld && !app.place;
      restore();
      app.route();
    };
  }
  const back = button('help-back', t('back'), () => close(), 'main');
  app.isHeld = true;
  show('help', t('get-help'), back);
  try {
    show('help', t('get-help'), parse(await load('/help')).querySelector('article'), back);
  } catch {
    say(t('seek-1'));
  }
}
