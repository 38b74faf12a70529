// What this browser keeps: one record with the phone's key, under the lasting name only.

const PLACE = 'toyguard';
const PROBE = 'toyguard-probe';

// Never under an address: the next gadget at that address could read it.
export function isLasting(label) {
  return location.hostname.startsWith(label + '.');
}

// Written and read back before a code is spent. Throws nothing: a private window's storage may throw.
export function canStore(label) {
  try {
    const mark = String(performance.now());
    localStorage.setItem(PROBE, mark);
    const isKept = localStorage.getItem(PROBE) === mark;
    localStorage.removeItem(PROBE);
    return isKept && isLasting(label);
  } catch {
    return false;
  }
}

let memory = null;

// Kept in memory alone where storage is not to be had.
export function keep(record, label) {
  memory = record;
  if (!canStore(label)) return false;
  const text = JSON.stringify(record);
  localStorage.setItem(PLACE, text);
  return localStorage.getItem(PLACE) === text;
}

export function kept(label) {
  try {
    return isLasting(label) && JSON.parse(localStorage.getItem(PLACE)) || memory;
  } catch {
    return memory;
  }
}

export function forget() {
  memory = null;
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept then.
  }
}

// The language is no secret and may be kept under any name.
export function language(chosen) {
  try {
    if (chosen) localStorage.setItem(PLACE + '-language', chosen);
    return localStorage.getItem(PLACE + '-language');
  } catch {
    return null;
  }
}
