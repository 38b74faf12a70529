// The time zone's rule as a TZ string (IEEE 1003.1, 8.3; RFC 9636, 3.3.1), found by asking this browser's Date: no question, and no list of zones.

const MINUTE_MS = 60000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const YEARS = 10;
const WEEKS = [5, 1, 2, 3, 4];
const HOURS_MAX = 167;

// Minutes ahead of UTC.
function ahead(ms) {
  return -new Date(ms).getTimezoneOffset();
}

// Each change between two times: when it is on the clock that is still in force, and what it leads to.
function changes(from, to) {
  const found = [];
  for (let day = from; day < to; day += DAY_MS) {
    const before = ahead(day);
    if (ahead(day + DAY_MS) === before) continue;
    let early = day;
    let late = day + DAY_MS;
    while (late - early > MINUTE_MS) {
      const middle = early + Math.floor((late - early) / MINUTE_MS / 2) * MINUTE_MS;
      if (ahead(middle) === before) early = middle;
      else late = middle;
    }
    found.push({ wall: late + before * MINUTE_MS, before, after: ahead(late) });
  }
  return found;
}

// Midnight of a weekday in a month, the first to the fourth or (5) the last.
function dayOf(year, month, week, weekday) {
  if (week === 5) {
    const end = Date.UTC(year, month + 1, 0);
    return end - (new Date(end).getUTCDay() - weekday + 7) % 7 * DAY_MS;
  }
  const start = Date.UTC(year, month, 1);
  return start + ((weekday - new Date(start).getUTCDay() + 7) % 7 + 7 * (week - 1)) * DAY_MS;
}

// A date that fits all of these times: the same hours after, or before, the same weekday in the same month.
function dateOf(walls) {
  let best = null;
  const months = new Set(walls.flatMap((w) => [new Date(w - DAY_MS).getUTCMonth(), new Date(w).getUTCMonth(), new Date(w + DAY_MS).getUTCMonth()]));
  for (const month of months) {
    for (const week of WEEKS) {
      for (let weekday = 0; weekday < 7; weekday++) {
        const spans = walls.map((w) => w - dayOf(new Date(w).getUTCFullYear(), month, week, weekday));
        const minutes = spans[0] / MINUTE_MS;
        if (spans.some((s) => s !== spans[0]) || Math.abs(minutes) > HOURS_MAX * 60) continue;
        const text = 'M' + (month + 1) + '.' + week + '.' + weekday + (minutes === 120 ? '' : '/' + clock(minutes));
        if (!best || weight(minutes) < weight(best.minutes)) best = { minutes, text };
      }
    }
  }
  return best && best.text;
}

// What is on the day itself is the plainest.
function weight(minutes) {
  return minutes < 0 ? 10000 - minutes : minutes > 24 * 60 ? 5000 + minutes : minutes;
}

// Hours, and minutes where there are any.
function clock(minutes) {
  const all = Math.abs(minutes);
  return (minutes < 0 ? '-' : '') + Math.floor(all / 60) + (all % 60 ? ':' + String(all % 60).padStart(2, '0') : '');
}

// A name that is its number, since nobody sees it.
function zoneName(minutes) {
  const all = Math.abs(minutes);
  return '<' + (minutes < 0 ? '-' : '+') + String(Math.floor(all / 60)).padStart(2, '0') + (all % 60 ? String(all % 60).padStart(2, '0') : '') + '>';
}

// Empty where no rule fits the years to come, as in places that go by the moon.
export function zoneRule(now) {
  const year = new Date(now).getUTCFullYear();
  const found = changes(Date.UTC(year, 0, 1), Date.UTC(year + YEARS, 0, 1));
  if (!found.length) return zoneName(ahead(now)) + clock(-ahead(now));
  const starts = found.filter((c) => c.after > c.before);
  const ends = found.filter((c) => c.after < c.before);
  const { before, after } = starts[0] || {};
  const isSame = starts.every((c) => c.before === before && c.after === after) && ends.every((c) => c.before === after && c.after === before);
  if (starts.length !== YEARS || ends.length !== YEARS || !isSame) return '';
  const start = dateOf(starts.map((c) => c.wall));
  const end = dateOf(ends.map((c) => c.wall));
  if (!start || !end) return '';
  return zoneName(before) + clock(-before) + zoneName(after) + (after - before === 60 ? '' : clock(-after)) + ',' + start + ',' + end;
}
