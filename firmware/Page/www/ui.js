// What screens are made of. Every text goes in as a text node; nothing here reads HTML.

const SVG = 'http://www.w3.org/2000/svg';
export const main = document.getElementById('app');
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

export function hero(glyph) {
  return h('div', { is: 'patch hero breath' }, icon(glyph));
}

// The one that is shown, in its language; and what is to be said on the next one.
export const shown = { screen: '', words: '' };

const inLanguage = (id) => id + ' ' + document.documentElement.lang;

// True while a screen is shown, in the language of now.
export function isOn(id) {
  return shown.screen === inLanguage(id);
}

// Shows a screen. A new one begins at its heading; the same one again leaves the reader where he was.
export function show(id, title, ...nodes) {
  const held = document.activeElement;
  const heading = h('h1', { tabIndex: -1 }, title);
  const fresh = [heading, ...nodes.flat(2).filter((c) => c)];
  const { words } = shown;
  shown.words = '';
  // The same again: nothing that moves starts anew, nothing typed is lost.
  if (isOn(id) && fresh.length === main.childNodes.length && fresh.every((node, i) => node.isEqualNode(main.childNodes[i]))) return;
  main.dataset.screen = id;
  main.replaceChildren(...fresh);
  main.removeAttribute('aria-busy');
  if (!isOn(id)) {
    shown.screen = inLanguage(id);
    say(words);
    heading.focus({ preventScroll: true });
    scrollTo(0, 0);
  } else if (held.dataset.act) {
    const { act, n } = held.dataset;
    // Of those to choose from it is the one that was chosen.
    const same = Array.from(main.querySelectorAll('[data-act]')).find((e) => e.dataset.act === act && e.dataset.n === n && (e.type !== 'radio' || e.value === held.value));
    if (same) same.focus();
  }
}

// One line that is read out: what is going on, what failed. Empty takes it away.
export function say(text) {
  if (strip.textContent !== text) strip.textContent = text;
}

// Takes away what it says, if it is this.
export function unsay(text) {
  if (strip.textContent === text) say('');
}
