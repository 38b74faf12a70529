// The animals that stand for children: own line drawings like the icons, each on a felt patch of a colour. One filled dot each.

import { h, icon } from '../ui.js';

// On each of these a drawing in this ink has a contrast of six and more, in light and in dark.
const INK = '#14313A';
const FELTS = ['#F2A29B', '#F4B942', '#F3E08A', '#A7D8B0', '#9CCBEA', '#C9B8F0', '#F3B6D4', '#C7D0D2'];

// Bear, cat, dog, rabbit, fox, mouse, lion, elephant, whale, bird, frog, horse, hedgehog, camel, penguin, dolphin: the line, and where the dot is.
const DRAWN = [
  ['M6.3 9.4a3 3 0 1 1 3.2-3.6M17.7 9.4a3 3 0 1 0-3.2-3.6M4.5 13.5a7.5 7.5 0 0 1 15 0 7.5 7.5 0 0 1-15 0', 12, 15],
  ['M5 13V4.5l4.5 3.2h5L19 4.5V13a7 7 0 0 1-14 0M2 14h2M20 14h2', 12, 15],
  ['M8 6h8v8a4 4 0 0 1-8 0zM8 6C5 5 3.5 9 4 14l4-1M16 6c3-1 4.5 3 4 8l-4-1', 12, 14.5],
  ['M9.5 10.5C7 7 7 2.5 8.5 2.5s2.5 3.5 2.5 7.5M14.5 10.5C17 7 17 2.5 15.5 2.5S13 6 13 10M6.5 15.5a5.5 5.5 0 0 1 11 0 5.5 5.5 0 0 1-11 0', 12, 16],
  ['M4 4.5l4.5 4h7l4.5-4V12l-8 9-8-9z', 12, 18],
  ['M8.8 10.2A4 4 0 1 1 10 6.8M15.2 10.2A4 4 0 1 0 14 6.8M7 14l5 7 5-7a5.5 5.5 0 0 0-10 0', 12, 18.5],
  ['M12 2.5l2.5 2 3.2-.2.8 3.1 2.6 1.9-1.1 3 1.1 3-2.6 1.9-.8 3.1-3.2-.2-2.5 2-2.5-2-3.2.2-.8-3.1-2.6-1.9 1.1-3-1.1-3 2.6-1.9.8-3.1 3.2.2zM7.5 12.3a4.5 4.5 0 0 1 9 0 4.5 4.5 0 0 1-9 0', 12, 13.3],
  ['M8.5 7.5C5 5 2.5 8 3 12s3.5 5 6 3.5M15.5 7.5c3.5-2.5 6 .5 5.5 4.5s-3.5 5-6 3.5M8.5 7.5c1.5-2 5.5-2 7 0V14c0 2-1.5 3-1.5 5a2 2 0 0 1-4 0', 12, 9.5],
  ['M17 13c-2-4-6-5-9-4.5-3.5.7-5.5 3.5-5 6.5.5 3 4 4.5 8 4 4-.5 6-3 6-6zM17 13c-1-2-1-4-3-5M17 13c1-2 3-2.5 4.5-4M8 8.5V5M8 5 5.5 3.5M8 5l2.5-1.5', 6.5, 13],
  ['M4 13a7 7 0 0 1 12-6l4.5 2-4 1.5C17 16 13 19 9.5 19 6 19 4 16 4 13zM7 13c2 2 4 2 6 0M9 19v3M12 18.5V22', 12.5, 9],
  ['M4 15c0-2.5 1-4.5 2.5-6a3 3 0 1 1 4-2h3a3 3 0 1 1 4 2c1.5 1.5 2.5 3.5 2.5 6a8 5 0 0 1-16 0M8 15c2.5 2 5.5 2 8 0', 16, 6.5],
  ['M8.5 21c0-4-1-6-2-6.5-1.5 1-3.5 0-3.5-2L8 6l1-3.5 2.5 3C17 7 19.5 12 19 21M13 9c2 1.5 3 4 3 7', 9.5, 9],
  ['M3 16.5C4 13 6 13 8 12l-.5-3 3 1L12 7l2 2.5 3-1.5.3 3 3.2.5-1.5 2.5 2 2.5C20 19 18 19 16 19H7c-3 0-4-1-4-2.5z', 8, 15.5],
  ['M5 21v-7c0-3-2.5-3-2.5-5.5 0-2 3.5-2.5 4-.5L7 12c1.5-5 4-5 5 0 1.5-5 4.5-5 5.5 0 2 0 3 2 3 4v5M16.5 21v-4h-8v4', 5, 8.5],
  ['M12 2.5c3.5 0 5 2.5 5 6 2 3 3 5 2.5 8L17 15c0 4-2 6-5 6s-5-2-5-6l-2.5 1.5C4 13.5 5 11.5 7 8.5c0-3.5 1.5-6 5-6M10.5 9.5l1.5 2 1.5-2', 12, 6.5],
  ['M2 14c2.5-5.5 8-8 13-5.5C18.5 10 20 14 20 18c-2-1.5-4-1.5-6-.5 1-2 .5-3-.5-3.5C10 15.5 6 15.5 2 14zM10 8c0-2 .5-3.5 2-4.5 1 1 2 2.5 2 4.5', 7, 12],
];

export function felt({ animal, colour }) {
  const [line, x, y] = DRAWN[animal - 1];
  const svg = icon('');
  const part = (name, values) => {
    const node = document.createElementNS(svg.namespaceURI, name);
    for (const key in values) node.setAttribute(key, values[key]);
    return node;
  };
  svg.replaceChildren(part('path', { d: line }), part('circle', { class: 'eye', cx: x, cy: y, r: 1.6 }));
  return h('div', { is: 'patch', style: 'color:' + INK + ';background:' + FELTS[colour - 1] }, svg);
}
