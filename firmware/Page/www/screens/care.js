// What a family looks at now and then: which of it is shown.

import { app } from '../app.js';
import { checkList } from './check.js';
import { childList } from './children.js';
import { historyList } from './history.js';
import { introducing } from './intro.js';
import { storedList } from './stored.js';

const CARE = { check: checkList, children: childList, history: historyList, intro: introducing, stored: storedList };

export function care() {
  const screen = CARE[app.place];
  return screen ? screen() : app.go('');
}
