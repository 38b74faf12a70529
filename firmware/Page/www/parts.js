// The parts of the page: what stands in it, and what is loaded when it is first wanted. A part is one answer: its words on the first line, then its script.

import { addWords, load, t } from './words.js';
import { pause } from './net.js';
import { app, glyph } from './app.js';
import { hero, isOn, say, show } from './ui.js';

const RETRY_MS = 1000;

// The names that pass from part to part, and the paths of those that are there. The packer writes who gives what.
const shared = {};

let isOpening = false;

// These parts, each behind those that it needs. A script of ours was written by hand into the page: the content policy knows its hash, and nothing else runs.
export async function need(names) {
  for (const path of names.split(' ').map((n) => '/part/' + n)) {
    if (path in shared) continue;
    // Several at once, beside another tab, can be more than a small server has sockets for.
    const text = await load(path).catch(() => pause(RETRY_MS).then(() => load(path)));
    if (path in shared) continue;
    const script = document.createElement('script');
    script.textContent = addWords(path, text);
    document.head.append(script);
    dispatchEvent(new CustomEvent('part', { detail: shared }));
    script.remove();
    if (!(path in shared)) throw new Error(path);
  }
  return shared;
}

// Shows a screen of parts that may have to come first.
export async function open(names, then) {
  if (names.split(' ').every((n) => '/part/' + n in shared)) return then(shared);
  if (isOpening) return;
  isOpening = true;
  if (!isOn('busy')) show('busy', t('looking'), hero(glyph()));
  try {
    await need(names);
  } catch {
    say(t('seek-1'));
    await pause(RETRY_MS);
  }
  isOpening = false;
  app.route();
}
