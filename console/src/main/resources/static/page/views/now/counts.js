// Head counts: the plant by department, type and post, and each zone against its limit.

import { isStale } from '../../live.js';
import { Empty, h, useLanguage, useLive, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { sorted, zoneOf } from './about.js';

const w = words({
  counts: ['人数', 'Head counts'],
  total: ['全厂人数', 'In the plant'],
  stale: ['其中 {n} 人信号中断', '{n} of them stale'],
  outside: ['{n} 人不在任何区域', '{n} in no zone'],
  department: ['部门', 'Department'],
  type: ['类型', 'Type'],
  post: ['岗位', 'Post'],
  zones: ['区域', 'Zones'],
  over: ['超 {n}', '+{n}'],
  stale_short: ['{n} 中断', '{n} stale'],
  possible_short: ['{n} 可能', '{n} possible'],
  empty_zones: ['无人区域 ({n})', 'Empty zones ({n})'],
  under: ['缺 {n}', '{n} missing'],
});

const DIMENSIONS = ['department', 'type', 'post'];
const KEY = { department: 'by_department', type: 'by_person_type', post: 'by_post' };

/** The most over its limit first, then the fullest, then the most people. */
const byOverrun = (one, other) =>
  (other.over_by ?? 0) - (one.over_by ?? 0) ||
  (other.limit ? other.counted / other.limit : 0) - (one.limit ? one.counted / one.limit : 0) ||
  other.counted - one.counted ||
  (one.name ?? '').localeCompare(other.name ?? '');

export function Counts({ chosen, onZone }) {
  useLanguage();
  const state = useLive(['headcounts', 'people', 'plan'], 1000);
  const [dimension, choose] = useState('department');
  const [folded, fold] = useState(true);
  const { headcounts } = state;
  if (!headcounts) return h('section', { class: 'counts' }, h('header', null, h('h2', null, w('counts'))), h(Empty));
  const people = [...state.people.values()];
  const stale = people.filter((each) => isStale(each)).length;
  const outside = people.filter((each) => !each.fence_ids.length).length;
  const zones = headcounts.zones.filter((each) => zoneOf(each.fence_id)).sort(byOverrun);
  const busy = zones.filter((each) => each.counted > 0 || each.possible > 0 || missing(each) > 0);
  const idle = zones.filter((each) => !busy.includes(each));
  const row = (each) => h(ZoneRow, { key: each.fence_id, count: each, isChosen: chosen === each.fence_id, onZone });
  return h(
    'section',
    { class: 'counts', 'aria-label': w('counts') },
    h('header', null, h('h2', null, w('counts'))),
    h(
      'div',
      { class: 'list' },
      h(
        'div',
        { class: 'total' },
        h('span', { class: 'total-number', 'data-total': headcounts.counted }, headcounts.counted),
        h('div', null, h('strong', null, w('total')), stale > 0 && h('small', null, w('stale', { n: stale })), outside > 0 && h('small', null, w('outside', { n: outside }))),
      ),
      h(
        'div',
        { class: 'tabs', role: 'tablist' },
        DIMENSIONS.map((each) =>
          h('button', { type: 'button', role: 'tab', key: each, 'aria-selected': String(each === dimension), onClick: () => choose(each) }, w(each)),
        ),
      ),
      h(Bars, { counts: headcounts[KEY[dimension]], of: headcounts.counted }),
      h('h3', null, w('zones')),
      busy.map(row),
      idle.length > 0 && h('button', { type: 'button', class: 'fold', 'aria-expanded': String(!folded), onClick: () => fold(!folded) }, folded ? '▸ ' : '▾ ', w('empty_zones', { n: idle.length })),
      !folded && idle.map(row),
    ),
  );
}

/** One bar for each word, the most first. */
export function Bars({ counts, of }) {
  return h(
    'ul',
    { class: 'bars' },
    sorted(counts).map(([key, n]) =>
      h('li', { key }, h('span', null, word(key)), h('i', { style: `--part:${of ? n / of : 0}` }), h('b', null, n)),
    ),
  );
}

const missing = (count) => Math.max(0, (zoneOf(count.fence_id)?.minimum ?? 0) - count.counted);

function ZoneRow({ count, isChosen, onZone }) {
  const { fence_id: id, counted, stale, possible, limit } = count;
  const over = count.over_by ?? 0;
  const lacks = missing(count);
  return h(
    'button',
    {
      type: 'button',
      class: `zone-row ${over > 0 ? 'is-over' : ''} ${lacks > 0 ? 'is-under' : ''} ${isChosen ? 'is-chosen' : ''}`,
      'data-zone-id': id,
      onClick: () => onZone(id),
    },
    h('span', { class: `risk risk-${zoneOf(id)?.risk_colour ?? 'none'}` }),
    h('span', { class: 'zone-name' }, count.name ?? zoneOf(id)?.name),
    h('b', null, counted, limit != null && h('small', null, ` / ${limit}`)),
    limit != null && h('i', { class: 'limit-bar' }, h('i', { style: `width:${Math.min(100, (100 * counted) / Math.max(1, limit))}%` })),
    (over > 0 || lacks > 0 || stale > 0 || possible > 0) &&
      h(
        'span',
        { class: 'marks' },
        over > 0 && h('em', { class: 'over' }, w('over', { n: over })),
        lacks > 0 && h('em', { class: 'under' }, w('under', { n: lacks })),
        stale > 0 && h('em', null, w('stale_short', { n: stale })),
        possible > 0 && h('em', null, w('possible_short', { n: possible })),
      ),
  );
}
