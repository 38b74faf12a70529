// What the device says against something: it takes many words, and few pages ever need one of them.

import { span, t } from './words.js';

export function reason(answer) {
  return t('why-' + answer.why, { time: span(answer.wait || 0) });
}
