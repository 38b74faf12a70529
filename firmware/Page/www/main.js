// Leads: asks the device how it is and shows the screen for it. Every screen can be reached again by a reload, since what it
// needs is in /state, in this tab's history entry, or in the store.

import { memo } from './link.js';
import { LANGUAGES, addWords, choose, helpPage, page, speak, t } from './words.js';
import { language } from './store.js';
import { pause, readState } from './net.js';
import { app, glyph, learn, release } from './app.js';
import { button, card, h, hero, icon, isOn, p, say, show, stash, unsay } from './ui.js';
import { hello, press, tried, wifi } from './screens/setup.js';

const WAITING_MS = 500;
const CALM_MS = 1000;
const PATIENT = ['seek', 'joined', 'trying'];

let lost = 0;
let more = null;
let isLoading = false;

// The one place that says which screen comes next.
app.route = () => {
  if (app.isHeld) return;
  const state = app.state;
  if (!state) return show('seek', t('seek'), hero('toy'), p(t('seek-1')));
  if (state.notice === 'unreadable') return show('unreadable', t('unreadable'), card('stop', p(t('unreadable-1'))));
  if (state.side === 'setup' && !state.paired) return bringHome(state.setup);
  if (!state.paired && !memo.code && !memo.started) return hello();
  if (more) more.inner(state);
  else loadMore();
};

app.go = (place) => {
  app.place = place;
  release();
};

function bringHome(setup) {
  if (tried(setup.step)) return;
  if (!memo.started) return hello();
  if (setup.step === 'choose' || setup.step === 'failed') return wifi();
  press(t('press-1'));
}

// A script that was written by hand into a page of ours: the content policy knows its hash, and nothing else runs.
async function loadMore() {
  if (isLoading) return;
  isLoading = true;
  show('busy', t('looking'), hero(glyph()));
  try {
    const second = await page('/more');
    addWords('/more', second);
    const script = document.createElement('script');
    script.textContent = second.querySelector('script:not([id])').textContent;
    document.head.append(script);
    dispatchEvent(new CustomEvent('more', { detail: { shared, give: (given) => (more = given) } }));
  } catch {
    say(t('seek-1'));
  }
  isLoading = false;
  if (more) app.route();
}

let closeHelp = null;

// What was begun waits behind it.
async function help() {
  if (!closeHelp) {
    const restore = stash();
    const wasHeld = app.isHeld;
    closeHelp = () => {
      closeHelp = null;
      app.isHeld = wasHeld && !app.place;
      restore();
      app.route();
    };
  }
  const back = button('help-back', t('back'), () => closeHelp(), 'main');
  app.isHeld = true;
  show('help', t('get-help'), back);
  try {
    show('help', t('get-help'), await helpPage(), back);
  } catch {
    say(t('seek-1'));
  }
}

async function watch() {
  for (;;) {
    const lookMs = more && await more.watchInside();
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

let framed = '';

function frame() {
  const name = app.state ? app.state.name : 'ToyGuard';
  const tag = document.documentElement.lang;
  if (framed === name + tag) return;
  framed = name + tag;
  document.getElementById('who').replaceChildren(h('div', { is: 'patch' }, icon(glyph())), h('bdi', {}, name));
  const languages = h('select', {
    act: 'language', ariaLabel: t('language'), on: async () => {
      await choose(languages.value);
      frame();
      if (closeHelp) return help();
      if (app.place) app.isHeld = false;
      app.route();
    },
  }, Object.keys(LANGUAGES).map((one) => h('option', { value: one, lang: one, selected: one === tag }, LANGUAGES[one])));
  const getHelp = h('a', { act: 'help', href: '/help', on: (event) => {
    event.preventDefault();
    help();
  } }, t('get-help'));
  document.getElementById('foot').replaceChildren(getHelp, languages);
}

async function lead() {
  await speak(language());
  const state = await readState();
  if (state) learn(state);
  frame();
  app.route();
  await pause(WAITING_MS);
  watch();
}

lead();
