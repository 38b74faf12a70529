// Leads: asks the device how it is and shows the screen for it. Every screen can be reached again by a reload, since what it
// needs is in /state, in this tab's history entry, or in the store.

import { memo } from './link.js';
import { LANGUAGES, choose, speak, t } from './words.js';
import { language } from './store.js';
import { pause, readState } from './net.js';
import { app, glyph, learn, release } from './app.js';
import { need, open } from './parts.js';
import { card, h, hero, icon, isOn, p, say, show, unsay } from './ui.js';

const WAITING_MS = 500;
const CALM_MS = 1000;
const PATIENT = ['seek', 'joined', 'trying'];

let lost = 0;
let framed = '';

// The one place that says which screen comes next.
app.route = () => {
  if (app.isHeld) return;
  const state = app.state;
  if (!state) return show('seek', t('seek'), hero('toy'), p(t('seek-1')));
  if (state.notice === 'unreadable') return show('unreadable', t('unreadable'), card('stop', p(t('unreadable-1'))));
  if (state.side === 'setup' && !state.paired) return open('setup', ({ bringHome }) => bringHome(state.setup));
  if (!state.paired && !memo.code && !memo.started) return open('setup', ({ hello }) => hello());
  open('home', ({ inner }) => inner(state));
};

app.go = (place) => {
  app.place = place;
  release();
};

async function watch() {
  for (;;) {
    const lookMs = app.watchInside && await app.watchInside();
    if (!lookMs) await watchOutside();
    await pause(lookMs || (isOn('press') || isOn('trying') ? WAITING_MS : CALM_MS));
  }
}

async function watchOutside() {
  const state = await readState();
  lost = state ? 0 : lost + 1;
  if (state) {
    unsay(t('seek-1'));
    learn(state);
    frame();
  }
  if (lost > 2 && !PATIENT.some(isOn)) say(t('seek-1'));
  app.route();
}

// What is shown over whatever was begun.
async function over(shows) {
  try {
    await shows();
  } catch {
    say(t('seek-1'));
  }
}

const help = () => over(async () => {
  const { showHelp } = await need('help');
  await showHelp();
});

const kids = () => over(async () => {
  const { showKids } = await need('help kids');
  await showKids();
});

function frame() {
  const name = app.state ? app.state.name : 'ToyGuard';
  const tag = document.documentElement.lang;
  if (framed === name + tag) return;
  framed = name + tag;
  document.getElementById('who').replaceChildren(h('div', { is: 'patch' }, icon(glyph())), h('bdi', {}, name));
  const languages = h('select', {
    act: 'language', ariaLabel: t('language'), on: async () => {
      const again = isOn('help') ? help : isOn('kids') && kids;
      await choose(languages.value);
      frame();
      if (again) return again();
      if (app.place) app.isHeld = false;
      app.route();
    },
  }, Object.keys(LANGUAGES).map((one) => h('option', { value: one, lang: one, selected: one === tag }, LANGUAGES[one])));
  const link = (act, href, text, shows) => h('a', { act, href, on: (event) => {
    event.preventDefault();
    shows();
  } }, text);
  document.getElementById('foot').replaceChildren(link('help', '/help', t('get-help'), help), link('kids', '/#kids', t('for-kids'), kids), languages);
}

async function lead() {
  await speak(language());
  const state = await readState();
  if (state) learn(state);
  frame();
  if (location.hash === '#kids') await kids();
  app.route();
  await pause(WAITING_MS);
  watch();
}

lead();
