// What the screens share: what the device last said to everybody, and who leads.

import { named } from './words.js';
import { say, shown } from './ui.js';

// `state`: the last answer to /state. `isHeld`: a screen has begun something and is not to be replaced by what /state says.
export const app = { state: null, isHeld: false, place: '', leave() {} };

export function learn(state) {
  app.state = state;
  named.name = state.name;
  document.title = state.name;
}

export function glyph() {
  return app.state && app.state.mode === 'hub' ? 'hub' : 'toy';
}

// Gives the lead back to what the device says. What comes next may first have to ask, and says the words then.
export function release(words) {
  app.isHeld = false;
  say(words || '');
  shown.words = words || '';
  app.route();
}
