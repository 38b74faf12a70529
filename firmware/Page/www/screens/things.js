// Things on a hub's own Wi-Fi: which are nobody's, and which toy each of the others is.

import { t } from '../words.js';
import { release } from '../app.js';
import { why } from '../flow.js';
import { choice, field, submit } from '../forms.js';
import { ask } from '../home.js';
import { button, card, h, p, show } from '../ui.js';
import { places } from './places.js';
import { loosen } from './sure.js';

const ONE_MORE = '0';

// What a thing says of itself may be anything: it is shown, and nothing else.
const line = (one, ...nodes) => h('div', { is: 'line' },
  h('div', {}, nodes[0], h('small', { is: 'block' }, h('bdi', { dir: 'ltr' }, [one.thing.match(/../g).join(':'), one.name, one.link].filter((x) => x).join(' · ')))), nodes[1]);

export function thingCards(told, names) {
  const unknown = told.things.filter((one) => !one.toy);
  const known = told.things.filter((one) => one.toy);
  return [
    unknown.length > 0 && card('wait', h('h2', {}, t('things-new')), p(t('things-new-1')),
      unknown.map((one) => line(one, '', button('thing', t('thing-join'), () => which(one, told, names), 'main', one.thing)))),
    known.length > 0 && card('', h('h2', {}, t('things')),
      known.map((one) => line(one, h('bdi', {}, names(one.toy)), button('part', t('thing-part'), () => part(one), '', one.thing)))),
  ];
}

async function part(one) {
  const answer = await ask({ op: 'part', thing: one.thing });
  release(answer.ok ? t('done') : await why(answer));
}

function which(one, told, names) {
  const taken = Array.from(new Set(told.things.map((other) => other.toy).filter((n) => n)));
  const chosen = { toy: String(told.free[0] || ONE_MORE) };
  const name = field('toy-name', t('thing-name'), { maxLength: 32 });
  const choose = (toy) => {
    chosen.toy = toy;
    name.hidden = toy !== ONE_MORE;
  };
  choose(chosen.toy);
  show('thing', t('thing-which'), line(one, ''), h('form', {
    is: 'stack', on: () => {
      const n = Number(chosen.toy);
      const called = name.input.value.trim();
      if (!n && !called) return name.complain(t('thing-name-1'));
      const toy = n ? names(n) : called;
      loosen({ op: 'join', thing: one.thing, ...(n ? { toy: n } : { name: called }), ...(taken.includes(n) && { same: 1 }) },
        t(n ? 'sure-join' : 'sure-join-new', { toy }), () => release(t('done-join', { toy })), release);
    },
  }, choice('which', t('thing-which'), [
    ...told.free.map((n) => [String(n), h('span', {}, h('bdi', {}, names(n)))]),
    ...taken.map((n) => [String(n), h('span', {}, t('thing-same', { toy: names(n) }))]),
    [ONE_MORE, h('span', {}, t('thing-more'))],
  ], chosen.toy, choose), name, submit('join', t('next'))), button('back', t('back'), () => release()), places('family'));
}
