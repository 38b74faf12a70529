// Bytes as text and text as bytes.

const encoder = new TextEncoder();
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';

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

// A code as somebody typed or scanned it: Crockford's base 32, 16 symbols and the check. Null for anything else.
export function readCode(text) {
  const letters = text.toUpperCase().replace(/[-\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const code = new Uint8Array(10);
  let held = 0;
  let bits = 0;
  let at = 0;
  let check = 0;
  for (let i = 0; i < 16; i++) {
    const value = letters[i] ? SYMBOLS.indexOf(letters[i]) : -1;
    if (value < 0 || value > 31) return null;
    check = (check * 32 + value) % 37;
    held = (held << 5) | value;
    bits += 5;
    if (bits > 7) {
      bits -= 8;
      code[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return letters.length === 17 && SYMBOLS[check] === letters[16] ? code : null;
}
