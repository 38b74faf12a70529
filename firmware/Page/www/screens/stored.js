// What is stored: the data list, a copy of it as a file, the file back, and one toy's end.

import { has, t } from '../words.js';
import { app, release } from '../app.js';
import { hold, why } from '../flow.js';
import { during, field } from '../forms.js';
import { ask } from '../home.js';
import { gather } from '../told.js';
import { button, card, h, p, say, show } from '../ui.js';
import { places } from './places.js';
import { loosen, unlock } from './sure.js';

// Where something is: in flash, in memory, sent.
const KEPT = 2;
const REMEMBERED = 1;
const SENT = 3;

export async function storedList() {
  const told = await gather({ op: 'stored' }, 'rows');
  const { toys } = await gather({ op: 'look' }, 'toys');
  const { deletes } = await gather({ op: 'deletes' }, 'deletes');
  if (app.place !== 'stored') return;
  const file = field('file', t('bring-1'), { type: 'file', accept: '.json', on: () => bringBack(file) });
  show('stored', t('stored'), !told.ok && p(await why(told)), p(t('stored-1')),
    [KEPT, REMEMBERED, SENT].map((place) => h('details', { is: 'card' }, h('summary', {}, t('lies-' + place)), h('ul', {}, told.rows.filter((row) => row.place === place).map(rowOf)))),
    card('', h('h2', {}, t('save-copy')), p(t('save-1')), button('save-copy', t('save-copy'), saveCopy)),
    card('', h('h2', {}, t('bring')), file),
    card('', h('h2', {}, t('erase')), toys.map((toy) => button('erase', t('erase-1', { toy: toy.name }),
      () => loosen({ op: 'erase', toy: toy.n }, t('sure-erase', { toy: toy.name }), (done) => release(t(done.full ? 'done-erase-full' : 'done-erase', { toy: toy.name })), release), '', toy.n)),
      deletes.length > 0 && p(t('deletes'), 'soft'), deletes.map((one) => h('div', { is: 'line' }, h('bdi', { dir: 'ltr' }, one.host), h('small', {}, t('delete-' + one.state))))),
    button('back', t('back'), () => app.go('family')), places('family'));
}

function rowOf(row) {
  const key = 'data-' + row.id;
  return h('li', {}, has(key) ? t(key) : row.what, !row.export && row.place !== SENT && h('small', { is: 'block' }, t('stored-secret')));
}

// The pages of a copy that can come back; what was, and whose phones there are, does not.
const BACK = ['home', 'children', 'toy', 'sensors', 'places'];

// Everything as one file, which the browser keeps where it keeps downloads.
function saveCopy() {
  hold(async () => {
    await unlock(release);
    say(t('checking'));
    const told = await gather({ op: 'export' }, 'data');
    if (!told.ok) return release(await why(told));
    const url = URL.createObjectURL(new Blob([JSON.stringify(told.data)], { type: 'application/json' }));
    h('a', { href: url, download: app.state.label + '.json' }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    release(t('saved-copy'));
  });
}

async function pagesOf(file) {
  try {
    const pages = JSON.parse(await file.text());
    return Array.isArray(pages) ? pages.filter((page) => page && BACK.includes(page.page)) : [];
  } catch {
    return [];
  }
}

// The file goes to the device page by page; nothing counts until a grown-up says how much of it.
function bringBack(file) {
  file.complain('');
  during(() => hold(async () => {
    const pages = await pagesOf(file.input.files[0]);
    if (!pages.length) return file.complain(t('file-not-json'));
    for (let n = 1; n <= pages.length; n++) {
      const told = await ask({ op: 'import', n, page: JSON.stringify(pages[n - 1]) });
      if (!told.ok) return file.complain(told.fault ? t(has('file-' + told.fault) ? 'file-' + told.fault : 'file-odd', { n }) : await why(told));
    }
    const end = (told) => release(t(told.leftOut ? 'brought-but' : 'brought', { n: told.leftOut }));
    show('bring', t('bring'), p(t('bring-2')),
      button('stricter', t('bring-stricter'), () => loosen({ op: 'import', all: 0 }, '', end, release), 'main'),
      button('all', t('bring-all'), () => loosen({ op: 'import', all: 1 }, t('sure-import'), end, release)),
      button('back', t('back'), () => release()));
  }));
}
