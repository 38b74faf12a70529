// Lists that the device tells in pages, and what its numbers are called.

import { t } from './words.js';
import { ask } from './home.js';

// The last answer, with all that came of the list, or of one thing a page.
export async function gather(question, list) {
  let all = [];
  let told = { more: 0 };
  do {
    told = await ask(told.more ? { ...question, from: told.more } : question, true);
    all = all.concat(told[list] || []);
  } while (told.ok && told.more);
  return { ...told, [list]: all };
}

// What a toy of a number is called; 0 is all of them.
export async function toyNames() {
  const { toys } = await gather({ op: 'look' }, 'toys');
  return (n) => n ? (toys.find((toy) => toy.n === n) || { name: t('toy-gone') }).name : t('toy-all');
}

// Whose phone a number is.
export function phoneNames(phones) {
  return (n) => (phones.find((phone) => phone.n === n) || { label: t('phone-gone') }).label;
}

export function at(seconds) {
  return seconds ? new Date(1000 * seconds).toLocaleString(document.documentElement.lang + '-u-nu-latn', { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }) : '';
}
