// The places that a family's page has, at the same place everywhere.

import { t } from '../words.js';
import { app } from '../app.js';
import { h, icon } from '../ui.js';

export function places(on) {
  const place = (name) => h('button', { act: name, type: 'button', on: () => app.go(name === 'today' ? '' : name), 'aria-current': on === name ? 'page' : 'false' }, icon(name), t(name));
  return h('nav', { is: 'places' }, place('today'), place('rules'), place('family'));
}
