// What is wrong with a device.

import { h } from '../../ui.js';

/** A tag warns at this charge (AQ 3064.3 5.1.3). */
const LOW_PERCENT = 20;
/** A tag that is switched on speaks more often, even where it lies still. */
export const SILENT_MS = 5 * 60_000;

export const KINDS_OF_TROUBLE = ['low', 'silent', 'unbound', 'fault'];

const isLow = (device) => device.battery_percent !== null && device.battery_percent !== undefined && device.battery_percent <= LOW_PERCENT;

/** Which of {@link KINDS_OF_TROUBLE} a device has; of what is fixed its own system tells, or nobody. */
export function troubleOf(device, now) {
  if (device.kind !== 'tag') return [isLow(device) && 'low', device.state && device.state !== 'online' && 'fault'].filter(Boolean);
  const silent = !device.last_seen || now - Date.parse(device.last_seen) > SILENT_MS;
  return [isLow(device) && 'low', silent && 'silent', !device.person_id && 'unbound'].filter(Boolean);
}

export function Battery({ percent }) {
  if (percent === null || percent === undefined) return '–';
  const low = percent <= LOW_PERCENT;
  return h(
    'span',
    { class: `battery ${low ? 'low' : ''}` },
    h('span', { class: 'battery-box', 'aria-hidden': true }, h('span', { style: { width: `${percent}%` } })),
    `${percent} %`,
  );
}
