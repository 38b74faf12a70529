// What is filled in and sent.

import { t } from './words.js';
import { h, main } from './ui.js';

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
