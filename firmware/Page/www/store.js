// What this browser has kept: one record with the phone's key, under the lasting name only.

export const PLACE = 'toyguard';

// Never under an address: the next gadget at that address could read it.
export function isLasting(label) {
  return location.hostname.startsWith(label + '.');
}

// Where storage is not to be had: in this tab alone.
export const memory = { record: null };

export function kept(label) {
  try {
    return isLasting(label) && JSON.parse(localStorage.getItem(PLACE)) || memory.record;
  } catch {
    return memory.record;
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
