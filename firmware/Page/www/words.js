// The words of the page, in the language that it came in or that was chosen since.

import { language } from './store.js';

export const LANGUAGES = { en: 'English', ar: 'العربية' };

// What any text may name: the device.
export const named = { name: 'ToyGuard' };

let words = JSON.parse(document.getElementById('words').textContent);

// A name that is put in may be written the other way than the words around it.
export function t(key, values) {
  return (words[key] || key).replace(/\{(\w+)\}/g, (_, name) => '\u2068' + { ...named, ...values }[name] + '\u2069');
}

export function has(key) {
  return key in words;
}

// A time span in its largest unit, never less than it is.
export function span(seconds) {
  if (seconds > 5400) return t('hours', { n: Math.ceil(seconds / 3600) });
  return seconds > 90 ? t('minutes', { n: Math.ceil(seconds / 60) }) : t('seconds', { n: seconds });
}

// Where the words come from: the page, and what it loaded since.
const sources = ['/'];

// One of our own pages, to take something out of. Nothing in it runs or loads.
export async function page(path, tag) {
  const answer = await fetch(path, { headers: { 'Accept-Language': tag || words.tag } });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

export function addWords(path, from) {
  if (!sources.includes(path)) sources.push(path);
  words = { ...words, ...JSON.parse(from.getElementById('words').textContent) };
}

// The same pages come in each language; only their words are taken.
export async function speak(tag) {
  if (tag && tag !== words.tag && tag in LANGUAGES) {
    try {
      const pages = await Promise.all(sources.map((path) => page(path, tag)));
      pages.forEach((one, i) => addWords(sources[i], one));
    } catch {
      // The language at hand, then.
    }
  }
  Object.assign(document.documentElement, { lang: words.tag, dir: words.dir });
}

export async function choose(tag) {
  language(tag);
  await speak(tag);
}

// What the help page says, to be shown here, so that nothing begun is lost by asking for help.
export async function helpPage() {
  return (await page('/help')).querySelector('article');
}
