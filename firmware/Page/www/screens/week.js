// Bedtime and minutes by weekday: the same for all, school days and weekend, or each day. The device has windows of a week's minutes; here every day has its own.

import { t } from '../words.js';
import { choice, submit } from '../forms.js';
import { button, card, h, p, show } from '../ui.js';
import { DAY, DAYS, dayName, timeOf, weekend } from '../day.js';
import { loosen } from './sure.js';

const WINDOWS_MAX = 16;
const CHOICES = [0, 15, 30, 45, 60, 90, 120, 180];
const NIGHT = { from: '19:30', to: '07:00' };

// Days that go together. A night before a day without school is a weekend's.
function groupsOf(mode, isNight) {
  if (mode === 'same') return [DAYS];
  if (mode === 'each') return DAYS.map((day) => [day]);
  const free = weekend().map((day) => isNight ? (day + 6) % 7 : day);
  return [DAYS.filter((day) => !free.includes(day)), DAYS.filter((day) => free.includes(day))];
}

// The plainest way to say what is set.
function modeOf(ofDays, isNight) {
  const isSame = (days) => days.every((day) => JSON.stringify(ofDays[day]) === JSON.stringify(ofDays[days[0]]));
  return ['same', 'school'].find((mode) => groupsOf(mode, isNight).every(isSame)) || 'each';
}

function groupName(days) {
  if (days.length === 7) return t('week-every');
  if (days.length === 1) return dayName(days[0], 'long');
  const first = days.find((day) => !days.includes((day + 6) % 7));
  const inOrder = DAYS.map((i) => (first + i) % 7).filter((day) => days.includes(day));
  const names = inOrder.map((day) => dayName(day, 'short'));
  const isRun = inOrder.every((day, i) => day === (first + i) % 7);
  return isRun && names.length > 2 ? t('week-window', { from: names[0], to: names[names.length - 1] }) : names.join(t('comma'));
}

function linesOf(ofDays, isNight, words) {
  return groupsOf(modeOf(ofDays, isNight), isNight).map((days) => t('week-line', { days: groupName(days), what: words(ofDays[days[0]]) }));
}

// Windows by the day that they begin on; one that is longer than a day goes on on the next.
function nightsOf(quiet) {
  const nights = DAYS.map(() => []);
  for (const [start, length] of quiet) {
    for (let at = start, left = length; left > 0;) {
      const step = left > DAY ? DAY - at % DAY : left;
      nights[Math.floor(at / DAY) % 7].push({ from: timeOf(at % DAY), to: timeOf((at + step) % DAY) });
      at += step;
      left -= step;
    }
  }
  return nights.map((windows) => windows.sort((a, b) => a.from < b.from ? -1 : 1));
}

function minuteOf(text) {
  const [hours, minutes] = text.split(':').map(Number);
  return 60 * hours + minutes;
}

// The same time twice is a whole day.
function windowsOf(nights) {
  return nights.flatMap((windows, day) => windows.map(({ from, to }) => DAY * day + minuteOf(from) + '+' + ((minuteOf(to) - minuteOf(from) + DAY) % DAY || DAY)));
}

const nightWords = (windows) => windows.map((w) => t('week-window', w)).join(t('comma')) || t('week-awake');
const minuteWords = (n) => n < 0 ? t('week-no-limit') : n ? t('week-limit', { n }) : t('week-no-play');

export function bedtimeLines(quiet) {
  return linesOf(nightsOf(quiet), true, nightWords);
}

// An offer is made for a Monday with school and a Saturday without; which days are free is the reader's country's to say.
export function ownWeek(days) {
  const free = weekend();
  return DAYS.map((day) => days[free.includes(day) ? 5 : 0]);
}

export function minutesLines(days) {
  return linesOf(days, false, minuteWords);
}

// A form over the days of a week: how they go together, then one box for each group. `offer` gives what stands before them.
function weekForm(id, title, ofDays, isNight, box, send, back, offer) {
  let mode = modeOf(ofDays, isNight);
  const draw = () => {
    const groups = groupsOf(mode, isNight);
    for (const days of groups) {
      const own = structuredClone(ofDays[days[0]]);
      for (const day of days) ofDays[day] = own;
    }
    show(id, title, h('form', { is: 'stack', on: send },
      choice('mode', t('week-how'), ['same', 'school', 'each'].map((one) => [one, h('span', {}, t(isNight && one === 'school' ? 'week-nights' : 'week-' + one))]), mode, (one) => {
        mode = one;
        draw();
      }),
      offer && offer(draw),
      groups.map((days) => h('section', { is: 'card', role: 'group', ariaLabel: groupName(days) }, h('h2', {}, groupName(days)), box(days, draw))), submit('save', t('save'))), button('back', t('back'), () => back()));
  };
  draw();
}

// A night's rest, as the device offers it: when it begins and how long it is.
function nightOf([start, length]) {
  return { from: timeOf(start), to: timeOf(start + length) };
}

export function restWords(rest) {
  return t('week-window', nightOf(rest));
}

// `rest` is what is offered for the age of the toy's child; nothing is set by it before a tap.
export function bedtime(told, back, rest) {
  const nights = nightsOf(told.quiet);
  const change = (days, windows, draw) => {
    for (const day of days) nights[day] = windows;
    draw();
  };
  weekForm('bedtime', t('rules-bedtime'), nights, true, (days, draw) => {
    const windows = nights[days[0]];
    return [
      windows.map((w, i) => h('div', { is: 'pair' }, time('from', t('week-from'), w, days[0], i), time('to', t('week-to'), w, days[0], i))),
      !windows.length && p(t('week-awake')),
      h('div', { is: 'acts' },
        windows.length > 0 && button('less', t('remove'), () => change(days, windows.slice(0, -1), draw), '', days[0]),
        windowsOf(nights).length + days.length <= WINDOWS_MAX && button('more', t('week-more'), () => change(days, [...windows, { ...NIGHT }], draw), '', days[0])),
    ].flat();
  }, () => {
    const question = { op: 'quiet', toy: told.toy, windows: windowsOf(nights).join(',') };
    loosen(question, t('will-bedtime', { toy: told.name, now: linesOf(nights, true, nightWords).join(t('semicolon')), was: bedtimeLines(told.quiet).join(t('semicolon')) }), () => back(t('saved')), back);
  }, back, rest && ((draw) => card('wait', p(t('offer-night', { night: restWords(rest) })), button('offer-use', t('offer-night-use'), () => {
    for (const day of DAYS) nights[day] = [nightOf(rest)];
    draw();
  }))));
}

function time(act, text, w, day, i) {
  const input = h('input', { type: 'time', act, required: true, defaultValue: w[act], on: () => (w[act] = input.value) });
  input.dataset.n = 10 * day + i;
  return h('label', { is: 'field' }, text, input);
}

// Minutes by weekday, given to `send`.
export function minutesForm(ofDays, send, back) {
  const days = ofDays.slice();
  weekForm('minutes', t('rules-minutes'), days, false, (group) => {
    const offered = [...new Set([...CHOICES, Math.max(0, days[group[0]])])].sort((a, b) => a - b).concat(-1);
    const select = h('select', { act: 'day', ariaLabel: groupName(group), on: () => {
      for (const day of group) days[day] = Number(select.value);
    } }, offered.map((n) => h('option', { value: n, selected: n === days[group[0]] }, minuteWords(n))));
    select.dataset.n = group[0];
    return [select];
  }, () => send(days), back);
}

export function minutes(told, back) {
  minutesForm(told.days, (days) => {
    const question = { op: 'minutes', toy: told.toy, days: days.join(',') };
    loosen(question, t('will-minutes', { toy: told.name, now: minutesLines(days).join(t('semicolon')), was: minutesLines(told.days).join(t('semicolon')) }), () => back(t('saved')), back);
  }, back);
}
