// The three figures over time.

import { query } from '../../api.js';
import { Plot } from '../../plot.js';
import { may } from '../../session.js';
import { TimeSpan, spanOf } from '../../timespan.js';
import { Empty, Fault, h, useAnswer, useMemo, useState } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  title: ['随时间变化（每段取最差值）', 'Over time (the worst of each slot)'],
  sampling: ['采集间隔 99 %', 'Sampling p99'],
  delay: ['延时', 'Delay'],
  cycle: ['计算周期', 'Cycle'],
  limit: ['限值', 'Limit'],
  none: ['该时段没有测量数据', 'Nothing was measured in this time'],
  kept: ['{n} 次计算，其中 {over} 次超出限值（{share} %）', '{n} evaluations, {over} of them over a limit ({share} %)'],
  spread: ['采集间隔 中位数 {gap50} / 99 % {gap99} / 最大 {gapMax} · 延时 {delay50} / {delay99} / {delayMax} · 周期 {cycle50} / {cycle99} / {cycleMax}（秒）', 'sampling p50 {gap50} / p99 {gap99} / max {gapMax} · delay {delay50} / {delay99} / {delayMax} · cycle {cycle50} / {cycle99} / {cycleMax} (s)'],
  counts: ['迟到 {late} · 拒收 {rejected} · 时钟异常 {clock}', 'late {late} · rejected {rejected} · clock faults {clock}'],
});

const REFRESH_MS = 30_000;
const s = (ms) => (ms === null || ms === undefined ? null : ms / 1000);
const shown = (ms) => (ms === null || ms === undefined ? '–' : (ms / 1000).toFixed(2));

/** A slot in which nothing was measured is a gap in the lines. */
function lined({ slots, step_seconds: step }) {
  const filled = [];
  slots.forEach((each) => {
    const before = filled[filled.length - 1];
    if (before && Date.parse(each.at) - Date.parse(before.at) > 1500 * step) filled.push({ at: new Date(Date.parse(before.at) + 1000 * step).toISOString() });
    filled.push(each);
  });
  return filled;
}

function Whole({ whole }) {
  const { sampling_gap: gap, delay, cycle } = whole;
  return h(
    'p',
    { class: 'whole' },
    h('strong', null, w('kept', { n: whole.records.toLocaleString(), over: whole.over.toLocaleString(), share: whole.records ? ((100 * whole.over) / whole.records).toFixed(2) : 0 })),
    h('br'),
    w('spread', {
      gap50: shown(gap.p50_ms), gap99: shown(gap.p99_ms), gapMax: shown(gap.max_ms),
      delay50: shown(delay.p50_ms), delay99: shown(delay.p99_ms), delayMax: shown(delay.max_ms),
      cycle50: shown(cycle.p50_ms), cycle99: shown(cycle.p99_ms), cycleMax: shown(cycle.max_ms),
    }),
    h('br'),
    w('counts', { late: whole.late, rejected: whole.rejected, clock: whole.clock_faults }),
  );
}

function Drawn({ series, limits }) {
  const slots = useMemo(() => lined(series), [series]);
  const times = useMemo(() => slots.map((each) => Date.parse(each.at) / 1000), [slots]);
  const lines = [
    { label: w('sampling'), colour: '--track-1', values: slots.map((each) => s(each.sampling_p99_ms)) },
    { label: w('delay'), colour: '--track-2', values: slots.map((each) => s(each.delay_ms)) },
    { label: w('cycle'), colour: '--track-4', values: slots.map((each) => s(each.cycle_ms)) },
    ...[...new Set([limits.sampling_ms, limits.delay_ms, limits.cycle_ms])].map((ms) => ({ label: `${w('limit')} ${ms / 1000} s`, colour: '--red', limit: true, values: slots.map(() => s(ms)) })),
  ];
  return h(Plot, { times, lines, unit: 's', label: w('title') });
}

function Asked({ site, limits }) {
  const [span, setSpan] = useState(() => spanOf('hour'));
  const answer = useAnswer(`/sites/${site}/history/compliance/series${query({ from: span.from, to: span.to })}`, { everyMs: REFRESH_MS });
  return h(
    'section',
    { class: 'panel stack' },
    h('div', { class: 'row spread' }, h('h2', null, w('title')), h(TimeSpan, { span, onSpan: setSpan, presets: ['hour', 'shift', 'day'] })),
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && (answer.data.slots.length ? [h(Whole, { whole: answer.data.whole }), h(Drawn, { series: answer.data, limits })] : h(Empty, null, w('none'))),
  );
}

/** What was is for those who may see the past. */
export const Over = (given) => (may('history') ? h(Asked, given) : null);
