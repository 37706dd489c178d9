// The three figures of the law, each with its limits and a verdict in words.

import { h } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  sampling: ['数据采集间隔', 'Sampling interval'],
  delay: ['数据延时', 'Delay'],
  cycle: ['计算周期', 'Compute cycle'],
  window_delay: ['人数统计延时', 'Delay of head counts'],
  window_cycle: ['人数统计周期', 'Cycle of head counts'],
  sampling_what: ['同一标签相邻两次定位的时间差，本次计算窗口内', 'between two fixes of one tag, in the window of this evaluation'],
  delay_what: ['最新定位到结果的时间，5 分钟内', 'from the newest fix to the result, over five minutes'],
  cycle_what: ['聚集模型两次计算之间，5 分钟内', 'between two evaluations of the gathering model, over five minutes'],
  window_delay_what: ['5 分钟内', 'over five minutes'],
  window_cycle_what: ['5 分钟内', 'over five minutes'],
  measure: ['指标', 'Measure'],
  now: ['本次', 'Now'],
  p50: ['中位数', 'p50'],
  p99: ['99 %', 'p99'],
  max: ['最大', 'max'],
  limit: ['配置限值', 'Limit of the profile'],
  henan: ['评分表限值', 'Scoring table'],
  verdict: ['结论', 'Verdict'],
  kept: ['符合：{value} 不超过 {limit}', 'kept: {value} of {limit}'],
  broken: ['超出：{value} 超过限值 {limit}', 'over: {value} above {limit}'],
  unknown: ['尚无数据', 'not measured'],
});

/** Scoring table of Henan 2024, PD-3: sampling at most 10 s, delay 5 s, cycle 30 s. */
const HENAN_MS = { sampling: 10_000, delay: 5_000, cycle: 30_000 };

const FIGURES = ['now', 'p50', 'p99', 'max', 'limit', 'henan'];

const seconds = (ms) => (ms === null || ms === undefined ? '–' : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`);

/** Of nothing there are no percentiles. */
const SPREADS = ['sampling_gap', 'delays', 'cycles', 'window_delays', 'window_cycles'];

/** 99 % of the gaps are held against the limit, and every delay and cycle: so the longest. */
function rows(all) {
  const measured = { ...all, ...Object.fromEntries(SPREADS.map((name) => [name, all[name]?.count ? all[name] : null])) };
  const { limits } = measured;
  return [
    { name: 'sampling', spread: measured.sampling_gap, now: null, held: measured.sampling_gap?.p99_ms, limit: limits.sampling_ms, law: HENAN_MS.sampling },
    { name: 'delay', spread: measured.delays, now: measured.delay_ms, held: measured.delays?.max_ms ?? measured.delay_ms, limit: limits.delay_ms, law: HENAN_MS.delay },
    { name: 'cycle', spread: measured.cycles, now: measured.cycle_ms, held: measured.cycles?.max_ms ?? measured.cycle_ms, limit: limits.cycle_ms, law: HENAN_MS.cycle },
    { name: 'window_delay', spread: measured.window_delays, now: measured.window_delay_ms, held: measured.window_delays?.max_ms, limit: limits.delay_ms, law: HENAN_MS.delay },
    { name: 'window_cycle', spread: measured.window_cycles, now: measured.window_cycle_ms, held: measured.window_cycles?.max_ms, limit: limits.cycle_ms, law: HENAN_MS.cycle },
  ];
}

function verdict({ held, limit }) {
  if (held === null || held === undefined) return h('span', { class: 'faint' }, w('unknown'));
  const kept = held <= limit;
  return h('strong', { class: kept ? 'good' : 'bad' }, w(kept ? 'kept' : 'broken', { value: seconds(held), limit: seconds(limit) }));
}

export const Measures = ({ measured }) =>
  h(
    'section',
    { class: 'panel table-box measures' },
    h(
      'table',
      null,
      h('thead', null, h('tr', null, ['measure', ...FIGURES, 'verdict'].map((each) => h('th', { scope: 'col', class: ['measure', 'verdict'].includes(each) ? '' : 'number' }, w(each))))),
      h(
        'tbody',
        null,
        rows(measured).map((row) =>
          h(
            'tr',
            { key: row.name, 'data-measure': row.name },
            h('th', { scope: 'row' }, w(row.name), h('small', { class: 'faint' }, w(`${row.name}_what`))),
            [row.now, row.spread?.p50_ms, row.spread?.p99_ms, row.spread?.max_ms, row.limit, row.law].map((ms, i) => h('td', { class: 'number', 'data-label': w(FIGURES[i]) }, seconds(ms))),
            h('td', { class: 'verdict-cell' }, verdict(row)),
          ),
        ),
      ),
    ),
  );
