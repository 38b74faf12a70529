// This phone's own record.

import { kept } from './store.js';
import { app } from './app.js';

export function record() {
  const own = app.state && kept(app.state.label);
  return own && own.device === app.state.id ? own : null;
}
