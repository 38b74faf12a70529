// Codes as people read them.

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';

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
