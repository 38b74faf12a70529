// Bytes as text and text as bytes.

const encoder = new TextEncoder();

export function utf8(text) {
  return encoder.encode(text);
}

// Strings stand for their UTF-8.
export function join(parts) {
  const pieces = parts.map((p) => (typeof p === 'string' ? utf8(p) : p));
  const all = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function same(a, b) {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

export function hex(bytes) {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

export function unhex(text) {
  return Uint8Array.from(text.match(/../g) || [], (b) => parseInt(b, 16));
}

// There is no other source of chance on plain HTTP, and this one needs no secure context.
export function random(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}
