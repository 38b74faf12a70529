// Children: an animal in a colour, an age band and minutes by weekday, no name; and which toy is whose.

import { t } from '../words.js';
import { app, release } from '../app.js';
import { why } from '../flow.js';
import { ask } from '../home.js';
import { choice, submit } from '../forms.js';
import { gather } from '../told.js';
import { button, card, h, p, show } from '../ui.js';
import { felt } from './animals.js';
import { places } from './places.js';
import { loosen } from './sure.js';
import { minutesForm, minutesLines, ownWeek, restWords } from './week.js';

const CHILDREN_MAX = 8;
const ANIMALS = 16;
const COLOURS = 8;
const BANDS = ['unknown', 'under9', '9to12', '13to18'];
const NO_LIMIT = [-1, -1, -1, -1, -1, -1, -1];

const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);
const nameOf = ({ animal, colour }) => t('child-name', { animal: t('animal-' + animal), colour: t('colour-' + colour) });
const saved = () => release(t('done'));

export async function childList() {
  const told = await ask({ op: 'children' }, true);
  const { toys } = await gather({ op: 'look' }, 'toys');
  const owned = [];
  for (const toy of told.ok ? toys : []) owned.push(await ask({ op: 'rules', toy: toy.n }, true));
  if (app.place !== 'children') return;
  const children = told.children || [];
  const free = numbers(CHILDREN_MAX).find((n) => !children.some((child) => child.n === n));
  show('children', t('children'), !told.ok && p(await why(told)), p(t('children-1')),
    children.map((child) => childCard(child, told.offers)),
    told.ok && free && button('child-add', t('child-add'), () => childForm({ n: free, animal: free, colour: free, band: BANDS[0], days: NO_LIMIT }, told.offers), children.length ? '' : 'main'),
    children.length > 0 && owned.filter((one) => one.ok).map((toy) => whose(toy, children)),
    button('back', t('back'), () => app.go('family')), places('family'));
}

function childCard(child, offers) {
  return card('toy', felt(child), h('div', { is: 'stack' }, h('h2', {}, nameOf(child)), p(t('band-' + child.band), 'soft'),
    minutesLines(child.days).concat(child.left >= 0 ? t('child-left', { n: child.left }) : []).map((line) => p(line))),
  h('div', { is: 'acts' },
    button('child-edit', t('child-edit'), () => childForm(child, offers), '', child.n),
    button('child-remove', t('remove'), () => loosen({ op: 'child-remove', n: child.n }, t('sure-child-remove', { who: nameOf(child) }), saved, release), '', child.n)));
}

// Its picture, age and minutes; drawn again at each choice, so that one sees it. `offers` are what the device offers for an age.
function childForm(child, offers) {
  const next = { ...child };
  // What is shown already is not drawn twice, so the form that stands is told as well.
  const again = (news) => childForm(Object.assign(next, news), offers);
  const pick = (act, count) => {
    const select = h('select', { act, id: act, on: () => again({ [act]: Number(select.value) }) },
      numbers(count).map((n) => h('option', { value: n, selected: n === next[act] }, t(act + '-' + n))));
    return h('div', { is: 'field' }, h('label', { htmlFor: act }, t('child-' + act)), select);
  };
  show('child', t('child-title'), h('form', {
    is: 'stack', on: () => loosen({ op: 'child', n: next.n, animal: next.animal, colour: next.colour, band: next.band, days: next.days.join() },
      t('sure-child', { who: nameOf(next), band: t('band-' + next.band), time: minutesLines(next.days).join(t('semicolon')) }), saved, release),
  }, felt(next), pick('animal', ANIMALS), pick('colour', COLOURS),
  choice('band', t('child-band'), BANDS.map((band) => [band, h('span', {}, t('band-' + band))]), next.band, (band) => again({ band })),
  (offers || []).filter((offer) => offer.band === next.band).map((offer) => {
    const days = ownWeek(offer.days);
    return card('wait', p(t('offer', { time: minutesLines(days).join(t('semicolon')), night: restWords(offer.rest) })), button('offer-use', t('offer-use'), () => again({ days })));
  }),
  card('', h('h2', {}, t('rules-minutes')), minutesLines(next.days).map((line) => p(line)),
    button('child-minutes', t('rules-minutes-set'), () => minutesForm(next.days, (days) => again({ days }), again))),
  submit('child-keep', t('child-keep'))), button('back', t('back'), () => release()));
}

// Whose a toy is: one child's, several children's, or not said, which counts as the youngest.
function whose(toy, children) {
  const give = (child, shared) => loosen({ op: 'assign', toy: toy.toy, child, shared }, t('sure-assign', { toy: toy.name, who: child ? nameOf(children.find((one) => one.n === child)) : t('whose-nobody') }), saved, release);
  const select = h('select', { act: 'assign', id: 'assign-' + toy.toy, 'data-n': toy.toy, on: () => {
    const [child, shared] = select.value.split('.').map(Number);
    give(child, shared);
  } }, [['0.0', t('whose-nobody')], ...children.flatMap((child) => [[child.n + '.0', nameOf(child)], [child.n + '.1', t('whose-shared', { who: nameOf(child) })]])]
    .map(([value, text]) => h('option', { value, selected: value === toy.child + '.' + (toy.shared ? 1 : 0) }, text)));
  return h('div', { is: 'card' }, h('div', { is: 'field' }, h('label', { htmlFor: select.id }, t('whose', { toy: toy.name })), select));
}
