// Days and times of day, as the reader writes them. A week begins on Monday, as on the device.

export const DAY = 24 * 60;
export const DAYS = [0, 1, 2, 3, 4, 5, 6];

function written(date, how) {
  return date.toLocaleString(document.documentElement.lang + '-u-nu-latn', { hourCycle: 'h23', ...how });
}

// Minutes since Monday 0:00.
export function minuteOfWeek() {
  const now = new Date();
  return (now.getDay() + 6) % 7 * DAY + 60 * now.getHours() + now.getMinutes();
}

// When so many minutes are over.
export function endOf(minutes) {
  const time = { hour: '2-digit', minute: '2-digit' };
  return written(new Date(Date.now() + 60000 * minutes), minutes > DAY ? { dateStyle: 'medium' } : minutes > 60 ? { weekday: 'short', ...time } : time);
}

// What the device says: a time of day as it is, a date in words.
export function when(text) {
  return text.includes('-') ? written(new Date(text + 'T12:00'), { dateStyle: 'medium' }) : text;
}

export function dayName(day, weekday) {
  return written(new Date(2024, 0, 1 + day), { weekday });
}

export function timeOf(minute) {
  const of = (n) => String(n).padStart(2, '0');
  return of(Math.floor(minute / 60) % 24) + ':' + of(minute % 60);
}

// The days without school, as the reader's country has them.
export function weekend() {
  try {
    return new Intl.Locale(navigator.language).getWeekInfo().weekend.map((day) => day - 1);
  } catch {
    return [5, 6];
  }
}
