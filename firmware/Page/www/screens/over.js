// A screen over whatever was begun: that waits behind it, so that nothing is lost by looking.

import { app } from '../app.js';
import { isOn, main, shown } from '../ui.js';

const behind = { close: null };

// Puts a screen aside; what comes back brings it up again as it was.
function stash() {
  const held = shown.screen;
  const id = main.dataset.screen || '';
  const nodes = Array.from(main.childNodes);
  return () => {
    shown.screen = held;
    main.dataset.screen = id;
    main.replaceChildren(...nodes);
  };
}

// Holds the page for such a screen; what is over another one already takes its place.
export function cover() {
  if (!behind.close) {
    const restore = stash();
    const wasHeld = app.isHeld;
    behind.close = () => {
      behind.close = null;
      restore();
      // A place is drawn anew in another language; what was begun elsewhere would be lost by it.
      app.isHeld = wasHeld && (!app.place || isOn(main.dataset.screen));
      app.route();
    };
  }
  app.isHeld = true;
}

export function uncover() {
  behind.close();
}
