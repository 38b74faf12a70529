// What screens are made of. Every text goes in as a text node; nothing here reads HTML.

import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const main = document.getElementById('app');
const strip = document.getElementById('strip');

// An element. `act` is the hook for tests, `on` its click or submit, `is` its classes; texts and nodes follow, what is false is left out.
export function h(name, { act, on, is, ...rest }, ...children) {
  const node = document.createElement(name);
  if (act) node.dataset.act = act;
  if (is) node.className = is;
  if (on) {
    node.addEventListener(name === 'form' ? 'submit' : name === 'select' || name === 'input' ? 'change' : 'click', (event) => {
      if (name === 'form') event.preventDefault();
      on(event);
    });
  }
  for (const key in rest) {
    if (key in node && key !== 'list') node[key] = rest[key];
    else node.setAttribute(key, rest[key]);
  }
  node.append(...children.flat().filter((c) => c));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', '#i-' + name);
  svg.append(use);
  return svg;
}

export function p(text, is) {
  return h('p', { is: is || '' }, text);
}

export function card(is, ...children) {
  return h('section', { is: 'card ' + is }, ...children);
}

export function button(act, text, on, is, n) {
  const node = h('button', { act, on, is: is || '', type: 'button' }, text);
  if (n !== undefined) node.dataset.n = n;
  return node;
}

export function submit(act, text) {
  return h('button', { act, is: 'main', type: 'submit' }, text);
}

// An input with its label, and a place for what is wrong with it.
export function field(act, text, rest) {
  const fault = h('span', { is: 'fault', id: act + '-fault', role: 'alert' });
  const input = h('input', { act, id: act, autocomplete: 'off', autocapitalize: 'off', spellcheck: false, 'aria-describedby': fault.id, ...rest });
  const node = h('div', { is: 'field' }, h('label', { htmlFor: act }, text), input, fault);
  node.input = input;
  node.complain = (words) => {
    fault.textContent = words;
    input.setAttribute('aria-invalid', !!words);
    // Behind whatever keeps it from being used right now.
    if (words) setTimeout(() => input.focus());
  };
  return node;
}

// A field of what others should not read, with a switch.
export function secret(act, text, isShown, rest) {
  const node = field(act, text, { ...rest, type: isShown ? 'text' : 'password', dir: 'ltr' });
  const box = h('input', { type: 'checkbox', checked: isShown, act: act + '-show', on: () => (node.input.type = box.checked ? 'text' : 'password') });
  node.append(h('label', { is: 'check' }, box, t('show')));
  return node;
}

// One of several, each with its value and what stands beside it.
export function choice(act, legend, items, chosen, on) {
  const rows = items.map(([value, ...what]) => h('label', { is: 'row' },
    h('input', { type: 'radio', name: act, value, checked: value === chosen, act, on: () => on(value) }), ...what));
  return h('fieldset', { is: 'card' }, h('legend', {}, legend), ...rows);
}

export function hero(glyph) {
  return h('div', { is: 'patch hero breath' }, icon(glyph));
}

let screen = '';

const inLanguage = (id) => id + ' ' + document.documentElement.lang;

// True while a screen is shown, in the language of now.
export function isOn(id) {
  return screen === inLanguage(id);
}

// Shows a screen. A new one begins at its heading; the same one again leaves the reader where he was.
export function show(id, title, ...nodes) {
  const held = document.activeElement.dataset;
  const heading = h('h1', { tabIndex: -1 }, title);
  const fresh = [heading, ...nodes.flat(2).filter((c) => c)];
  // The same again: nothing that moves starts anew, nothing typed is lost.
  if (isOn(id) && fresh.length === main.childNodes.length && fresh.every((node, i) => node.isEqualNode(main.childNodes[i]))) return;
  main.dataset.screen = id;
  main.replaceChildren(...fresh);
  main.removeAttribute('aria-busy');
  if (!isOn(id)) {
    screen = inLanguage(id);
    say('');
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  } else if (held.act) {
    const same = Array.from(main.querySelectorAll('[data-act]')).find((e) => e.dataset.act === held.act && e.dataset.n === held.n);
    if (same) same.focus();
  }
}

// Puts a screen aside; what comes back brings it up again as it was.
export function stash() {
  const held = screen;
  const id = main.dataset.screen;
  const nodes = Array.from(main.childNodes);
  return () => {
    screen = held;
    main.dataset.screen = id;
    main.replaceChildren(...nodes);
  };
}

// One line that is read out: what is going on, what failed. Empty takes it away.
export function say(text) {
  if (strip.textContent !== text) strip.textContent = text;
}

// Takes away what it says, if it is this.
export function unsay(text) {
  if (strip.textContent === text) say('');
}

// Runs what a button began; nothing can be pressed twice meanwhile.
export async function during(work) {
  const controls = Array.from(main.querySelectorAll('button,input,select'));
  controls.forEach((c) => (c.disabled = true));
  main.setAttribute('aria-busy', 'true');
  try {
    return await work();
  } finally {
    controls.forEach((c) => (c.disabled = false));
    main.removeAttribute('aria-busy');
  }
}
