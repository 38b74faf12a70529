// One place that a toy talks to: who is there, what for, what goes there. Opened for a time, closed at once.

import { has, t } from '../words.js';
import { button, card, p, show } from '../ui.js';
import { DAY, endOf } from '../day.js';
import { loosen } from './sure.js';

const TERM_DAYS = 120;

// For how long something is opened; 0 is the term.
const TIMES = [[60, 'for-hour'], [DAY, 'for-day'], [0, 'for-term']];

export function lasting(minutes) {
  return minutes || TERM_DAYS * DAY;
}

// One button a time.
export function timeButtons(on) {
  return TIMES.map(([minutes, words]) => button('for', t(words, { time: endOf(lasting(minutes)) }), () => on(minutes), '', minutes));
}

// A word of the manifests' vocabulary; another one stands for itself.
export function vocabulary(kind, word) {
  return has(kind + word) ? t(kind + word) : word;
}

// Who it is to the toy, and what for.
export function whatFor(place) {
  return t(place.party === 'maker' ? 'place-maker' : 'place-other', { what: vocabulary('to-', place.purpose) });
}

export function goes(place) {
  return t('place-goes', { what: place.data.map((one) => vocabulary('goes-', one)).join(t('comma')) });
}

function wish(toy, place) {
  return t(place.party === 'maker' ? 'wish-maker' : 'wish-other', { toy, who: place.owner, what: vocabulary('to-', place.purpose) });
}

// `keep` is what "keep closed" does.
export function placeScreen(toy, place, question, keep, end) {
  const open = (minutes) => {
    const values = { toy, who: place.owner, time: endOf(lasting(minutes)) };
    loosen({ ...question, minutes }, t('will-open', values), () => end(t('now-open', values)), end);
  };
  show('place', place.owner, card('wait', p(wish(toy, place)), p(goes(place)), place.purpose === 'analytics' && p(t('place-needless', { toy }))),
    button('keep', t('place-keep'), keep, 'main'), timeButtons(open), p(t('place-1'), 'soft'), button('back', t('back'), () => end()));
}
