// What the page asks the device.

const STATE_MS = 1500;
export const DOOR_MS = 8000;
const TRIES = 6;
const PAUSE_MS = 700;

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}

export async function request(path, ms, options) {
  const gone = new AbortController();
  const timer = setTimeout(() => gone.abort(), ms);
  try {
    const answer = await fetch(path, { ...options, signal: gone.signal, cache: 'no-store', credentials: 'omit', redirect: 'error' });
    return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
  } finally {
    clearTimeout(timer);
  }
}

// What the device says of itself to everybody, or null where nobody answers.
export async function readState() {
  try {
    const answer = await request('/state', STATE_MS, {});
    return answer.status === 200 ? JSON.parse(new TextDecoder().decode(answer.bytes)) : null;
  } catch {
    return null;
  }
}

// Thrown where nobody answered.
export class Lost extends Error {}

// One message to the door and the one that it answers; null for its refusal. The same bytes go again while the network fails, or while an
// answer is damaged: the device keeps its answer to the last question.
export async function send(message, isOurs) {
  for (let tries = 1; ; tries++) {
    try {
      const answer = await request('/door', DOOR_MS, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: message });
      if (answer.status === 403) return null;
      if (answer.status === 200 && (!isOurs || isOurs(answer.bytes))) return answer.bytes;
    } catch {
      // The network: again.
    }
    if (tries === TRIES) throw new Lost();
    await pause(PAUSE_MS);
  }
}
