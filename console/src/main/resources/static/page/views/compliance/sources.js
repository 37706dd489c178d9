// Where the figures come from: vendors' feeds, how zones are heard, the slowest tags.

import { serverNow } from '../../live.js';
import { Empty, Fault, Table, h, span, useClock } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  feeds: ['厂商数据', 'Feeds of vendors'],
  vendor: ['厂商', 'Vendor'],
  tags: ['标签', 'Tags'],
  newest: ['最新定位', 'Newest fix'],
  status: ['最新状态', 'Newest status'],
  ago: ['{time} 前', '{time} ago'],
  never: ['从未', 'never'],
  no_feeds: ['尚无厂商数据', 'No vendor has told anything yet'],
  coverage: ['各区域信号覆盖', 'How zones are heard'],
  zone: ['区域', 'Zone'],
  state: ['状态', 'State'],
  people: ['人数', 'People'],
  stale: ['信号中断', 'Silent'],
  ok: ['正常', 'ok'],
  degraded: ['下降', 'degraded'],
  blind: ['盲区', 'blind'],
  slowest: ['间隔最长的标签', 'Slowest tags'],
  tag: ['标签', 'Tag'],
  gap: ['间隔', 'Gap'],
});

/** The longest legal sampling interval, and a minute. */
const SLOW_MS = 10_000;
const SILENT_MS = 60_000;
const WORST = ['blind', 'degraded', 'ok'];
const COVERAGE_CLASS = { ok: 'good', degraded: 'caution', blind: 'bad' };

export function Age({ at, slow = SLOW_MS, silent = SILENT_MS }) {
  useClock(1000);
  if (!at) return h('span', { class: 'bad' }, w('never'));
  const age = Math.max(0, serverNow() - Date.parse(at));
  return h('span', { class: age > silent ? 'bad' : age > slow ? 'caution' : '', title: at }, w('ago', { time: span(age) }));
}

/** `feeds`: the answer of …/live/feeds. */
export const Feeds = ({ feeds }) =>
  h(
    'section',
    { class: 'panel feeds' },
    h('h2', null, w('feeds')),
    feeds.error && h(Fault, { error: feeds.error, again: feeds.again }),
    !feeds.data && !feeds.error && h(Empty, null, w('loading')),
    feeds.data &&
      h(Table, {
        rows: feeds.data,
        rowKey: (each) => each.vendor,
        empty: w('no_feeds'),
        columns: [
          { title: w('vendor'), key: 'vendor' },
          { title: w('tags'), class: 'number', key: 'tags' },
          { title: w('newest'), cell: (each) => h(Age, { at: each.newest_fix_at }) },
          { title: w('status'), cell: (each) => h(Age, { at: each.newest_status_at, slow: 10 * SILENT_MS, silent: 60 * SILENT_MS }) },
        ],
      }),
  );

export const Coverage = ({ coverage, names }) =>
  h(
    'section',
    { class: 'panel' },
    h('h2', null, w('coverage')),
    h(Table, {
      rows: [...coverage].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state) || (b.people ?? 0) - (a.people ?? 0)),
      rowKey: (each) => each.id,
      columns: [
        { title: w('zone'), cell: (each) => names.zone(each.id) },
        { title: w('state'), cell: (each) => h('span', { class: COVERAGE_CLASS[each.state] }, w(each.state)) },
        { title: w('people'), class: 'number', cell: (each) => each.people ?? '–' },
        { title: w('stale'), class: 'number', cell: (each) => each.stale ?? '–' },
      ],
    }),
  );

export const Slowest = ({ tags }) =>
  h(
    'section',
    { class: 'panel' },
    h('h2', null, w('slowest')),
    h(Table, { rows: tags, rowKey: (each) => each.provider_id, columns: [{ title: w('tag'), key: 'provider_id' }, { title: w('gap'), class: 'number', cell: (each) => `${(each.gap_ms / 1000).toFixed(1)} s` }] }),
  );
