// The words of the page, in the language that it came in or that was chosen since.

import { language } from './store.js';

export const LANGUAGES = { en: 'English', ar: 'العربية' };

// What any text may name: the device.
export const named = { name: 'ToyGuard' };

const words = JSON.parse(document.getElementById('words').textContent);

// Where they come from: the page, and the parts that were loaded since.
const sources = ['/'];

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

// One of our own answers as text.
export async function load(path, tag) {
  const answer = await fetch(path, { headers: { 'Accept-Language': tag || words.tag } });
  if (!answer.ok) throw new Error(path);
  return answer.text();
}

// Nothing in it runs or loads.
export function parse(text) {
  return new DOMParser().parseFromString(text, 'text/html');
}

// Takes the words of an answer, and gives what else a part holds.
export function addWords(path, text) {
  if (!sources.includes(path)) sources.push(path);
  const end = text.indexOf('\n');
  Object.assign(words, JSON.parse(path === '/' ? parse(text).getElementById('words').textContent : text.slice(0, end)));
  return text.slice(end + 1);
}

// The same answers come in each language; only their words are taken.
export async function speak(tag) {
  if (tag && tag !== words.tag && tag in LANGUAGES) {
    try {
      const texts = [];
      for (const path of sources) texts.push(await load(path, tag));
      texts.forEach((text, i) => addWords(sources[i], text));
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
