// How this browser keeps its record.

import { PLACE, isLasting, memory } from './store.js';

const PROBE = 'toyguard-probe';

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

// Kept in memory alone where storage is not to be had.
export function keep(record, label) {
  memory.record = record;
  if (!canStore(label)) return false;
  const text = JSON.stringify(record);
  localStorage.setItem(PLACE, text);
  return localStorage.getItem(PLACE) === text;
}

export function forget() {
  memory.record = null;
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept then.
  }
}
