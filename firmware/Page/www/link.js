// The first thing that runs: a code that came in the address leaves it, for the history list and for whoever looks over a shoulder.
// It goes on in history.state and not in sessionStorage. Both stay in this tab and survive a reload; but history.state belongs to this one
// entry, works where storage throws, and is never sent. Once spent it is taken out. Session restore may write it to the phone's disk: a code
// alone opens nothing without a press on the device.

const LINK = /^#([cim])=(?:([1-3])\.)?([0-9A-Za-z*~$=-]{17,24})$/;

export const memo = {};

export function remember(news, hash) {
  Object.assign(memo, news);
  history.replaceState(memo, '', location.pathname + location.search + (hash || ''));
}

function take() {
  let hash = '';
  try {
    hash = decodeURIComponent(location.hash);
  } catch {
    // No link of ours.
  }
  const found = LINK.exec(hash);
  Object.assign(memo, history.state);
  remember(found ? { kind: found[1], role: +(found[2] || 0), code: found[3] } : {}, hash === '#kids' && hash);
}

take();
addEventListener('hashchange', () => {
  take();
  location.reload();
});
