// Why the last try to join a Wi-Fi failed.

import { has, t } from '../words.js';
import { app } from '../app.js';
import { card, p } from '../ui.js';

export function faultCard() {
  const { step, fault, ssid } = app.state.setup;
  return step === 'failed' && card('stop', p(t(has('fault-' + fault) ? 'fault-' + fault : 'fault-failed', { ssid: ssid || t('wifi-yours') })));
}
