// Sampling interval, delay and compute cycle as measured, against what the law asks.

import { serverNow } from '../live.js';
import { useNames } from '../names.js';
import { Empty, Fault, h, span, time, useAnswer, useClock } from '../ui.js';
import { words } from '../words.js';
import { Coverage, Feeds, Slowest } from './compliance/sources.js';
import { Measures } from './compliance/measures.js';
import { Over } from './compliance/over.js';

const w = words({
  within: ['符合', 'Within the limits'],
  over: ['超出限值', 'Over a limit'],
  silent: ['没有新的计算结果', 'No new evaluation'],
  silent_since: ['最近一次计算在 {ago} 前（{at}）：现场无人参与计算，或作业已停止', 'The last evaluation was {ago} ago ({at}): nobody takes part, or the job has stopped'],
  profile: ['运行配置 {profile}', 'Profile {profile}'],
  aq3064: ['AQ 3064.3—2025', 'AQ 3064.3—2025'],
  henan2024: ['河南 2024 评分表（10 / 5 / 30 秒）', 'Henan 2024 scoring table (10 / 5 / 30 s)'],
  evaluated: ['计算时间 {at}', 'Evaluated {at}'],
  none: ['尚未测量', 'Nothing was measured yet'],
  none_hint: ['作业启动并收到定位数据后，此处自动显示', 'It appears here once the job runs and positions come'],
  late: ['迟到', 'Late'],
  rejected: ['拒收', 'Rejected'],
  clock_faults: ['时钟异常', 'Clock faults'],
  unknown_tags: ['未登记标签', 'Unknown tags'],
});

const REFRESH_MS = 5_000;
/** Longer than the longest legal cycle: then what is shown is not what is. */
const SILENT_MS = 30_000;
const COUNTS = ['late', 'rejected', 'clock_faults', 'unknown_tags'];
const LAWS = ['aq3064', 'henan2024'];
const law = (name) => (LAWS.includes(name) ? w(name) : name);

function Verdict({ measured }) {
  useClock(1000);
  const age = serverNow() - Date.parse(measured.evaluated_at);
  const silent = age > SILENT_MS;
  const verdict = silent ? 'silent' : measured.verdict;
  return h(
    'section',
    { class: `panel verdict verdict-${verdict}`, role: 'status' },
    h('strong', null, w(verdict)),
    h('span', null, silent ? w('silent_since', { ago: span(age), at: time(measured.evaluated_at, { date: true }) }) : w('evaluated', { at: time(measured.evaluated_at) })),
    h('span', null, w('profile', { profile: measured.profile })),
    Object.entries(measured.verdicts).map(([name, each]) => h('span', { class: `pill ${each === 'within' ? 'good' : 'bad'}` }, `${law(name)}: ${w(each)}`)),
  );
}

const Counts = ({ measured }) =>
  h(
    'div',
    { class: 'tiles' },
    COUNTS.map((name) => h('div', { class: `tile ${measured[name] ? 'some' : ''}` }, h('span', null, w(name)), h('strong', null, measured[name].toLocaleString()))),
  );

export function View({ site }) {
  const names = useNames(site);
  const answer = useAnswer(`/sites/${site}/live/compliance`, { everyMs: REFRESH_MS });
  const feeds = useAnswer(`/sites/${site}/live/feeds`, { everyMs: REFRESH_MS });
  const measured = answer.data;
  if (!measured) {
    if (answer.error?.status === 404) return h('section', { class: 'panel' }, h(Empty, null, w('none')), h(Empty, null, w('none_hint')));
    return answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'));
  }
  return h(
    'div',
    { class: 'stack' },
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    h(Verdict, { measured }),
    h(Measures, { measured }),
    h(Over, { site, limits: measured.limits }),
    h(Counts, { measured }),
    h('div', { class: 'cards' }, h(Feeds, { feeds }), h(Coverage, { coverage: measured.coverage, names }), h(Slowest, { tags: measured.slowest_tags })),
  );
}
