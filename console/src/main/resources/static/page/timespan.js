// A span of time to ask for: presets and two fields.

import { serverNow } from './live.js';
import { Button, Field, Input, fromLocalInput, h, toLocalInput } from './ui.js';
import { words } from './words.js';

const w = words({
  shift: ['本班', 'This shift'],
  hour: ['1 小时', '1 h'],
  day: ['24 小时', '24 h'],
  week: ['7 天', '7 d'],
  month: ['30 天', '30 d'],
  own: ['自定义', 'Own span'],
  span: ['时间范围', 'Time span'],
});

const HOUR = 3_600_000;
const LENGTH = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR };
/** Shifts begin at 8, 16 and 0 of the clock on the wall. */
const SHIFT_HOURS = 8;

function shiftStart(now) {
  const at = new Date(now);
  at.setHours(Math.floor(at.getHours() / SHIFT_HOURS) * SHIFT_HOURS, 0, 0, 0);
  return at.getTime();
}

/** {preset, from, to}: ISO 8601 in UTC, `to` null = up to now. */
export function spanOf(preset) {
  const now = serverNow();
  return { preset, from: new Date(preset === 'shift' ? shiftStart(now) : now - LENGTH[preset]).toISOString(), to: null };
}

export function TimeSpan({ span, onSpan, presets = ['shift', 'day', 'week', 'month'] }) {
  const own = () => onSpan({ preset: 'own', from: span.from, to: span.to ?? new Date(serverNow()).toISOString() });
  return h(
    'div',
    { class: 'row', role: 'group', 'aria-label': w('span') },
    h(
      'span',
      { class: 'segments' },
      presets.map((each) => h(Button, { kind: `small ${span.preset === each ? 'main' : ''}`, 'aria-pressed': span.preset === each, onClick: () => onSpan(spanOf(each)) }, w(each))),
      h(Button, { kind: `small ${span.preset === 'own' ? 'main' : ''}`, 'aria-pressed': span.preset === 'own', onClick: own }, w('own')),
    ),
    span.preset === 'own' &&
      ['from', 'to'].map((end) =>
        h(
          Field,
          { label: w(end) },
          h(Input, { type: 'datetime-local', name: end, value: toLocalInput(span[end]), onValue: (value) => value && onSpan({ ...span, [end]: fromLocalInput(value) }) }),
        ),
      ),
  );
}
