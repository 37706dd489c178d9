// How many alarms, by kind, level, zone, person, day and hour.

import { query } from '../../api.js';
import { kindName } from '../../kinds.js';
import { Empty, Fault, Table, h, span, useAnswer, useState } from '../../ui.js';
import { word, words } from '../../words.js';

const w = words({
  kind: ['按类型', 'By kind'],
  level: ['按级别', 'By level'],
  zone: ['按区域', 'By zone'],
  person: ['按人员', 'By person'],
  hour: ['按时刻', 'By hour of day'],
  day: ['按日期', 'By day'],
  total: ['报警总数', 'Alarms'],
  open: ['未关闭', 'Open'],
  acknowledged: ['已确认', 'Acknowledged'],
  mean: ['平均确认用时', 'Mean time to acknowledge'],
  never: ['无', 'None'],
  group: ['分组', 'Group'],
  count: ['数量', 'Count'],
  table: ['以表格显示', 'As tables'],
  none: ['该条件下没有报警', 'No alarms of these conditions'],
  more: ['另有 {n} 项', '{n} more'],
});

const GROUPS = ['kind', 'level', 'hour', 'day', 'zone', 'person'];
const MOST_BARS = 12;
const REFRESH_MS = 30_000;
const CLOCK = ['hour', 'day'];

const textOf = { kind: kindName, level: word, hour: (hour) => `${hour}:00`, day: (day) => day };

function groupName(by, each, names) {
  if (by === 'person') return each.name ?? names.person(each.group);
  return by === 'zone' ? names.zone(each.group) : textOf[by](each.group);
}

const mean = (seconds) => (seconds === null || seconds === undefined ? '–' : span(seconds * 1000));

function Bars({ by, groups, names }) {
  const most = Math.max(...groups.map((each) => each.count));
  const shown = CLOCK.includes(by) ? groups : groups.slice(0, MOST_BARS);
  return h(
    'ol',
    { class: 'bar-list' },
    shown.map((each) =>
      h(
        'li',
        { key: each.group, title: `${groupName(by, each, names)}: ${each.count}` },
        h('span', { class: 'bar-name' }, groupName(by, each, names)),
        h('span', { class: 'bar-track' }, h('span', { class: `bar-fill ${by === 'level' ? `fill-${each.group}` : ''}`, style: { width: `${(100 * each.count) / most}%` } })),
        h('span', { class: 'bar-count' }, each.count.toLocaleString()),
      ),
    ),
    groups.length > shown.length && h('li', { class: 'faint' }, w('more', { n: groups.length - shown.length })),
  );
}

const Numbers = ({ by, groups, names }) =>
  h(Table, {
    rows: groups,
    rowKey: (each) => each.group,
    columns: [
      { title: w('group'), cell: (each) => groupName(by, each, names) },
      { title: w('count'), class: 'number', key: 'count' },
      { title: w('open'), class: 'number', key: 'open' },
      { title: w('acknowledged'), class: 'number', key: 'acknowledged' },
      { title: w('mean'), class: 'number', cell: (each) => mean(each.mean_acknowledge_seconds) },
    ],
  });

function Group({ by, site, filter, names, asTable }) {
  const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const answer = useAnswer(`/sites/${site}/history/alarms/statistics${query({ ...filter, by, time_zone })}`, { everyMs: REFRESH_MS });
  return h(
    'section',
    { class: `panel statistics-${by}` },
    h('h3', null, w(by)),
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && (answer.data.groups.length ? h(asTable ? Numbers : Bars, { by, groups: answer.data.groups, names }) : h(Empty, null, w('none'))),
  );
}

/** Each alarm is of one level: so these groups add up to the whole. */
function Totals({ site, filter }) {
  const answer = useAnswer(`/sites/${site}/history/alarms/statistics${query({ ...filter, by: 'level' })}`, { everyMs: REFRESH_MS });
  const groups = answer.data?.groups ?? [];
  const sum = (value) => groups.reduce((all, each) => all + value(each), 0);
  const acknowledged = sum((each) => each.acknowledged);
  const seconds = sum((each) => (each.mean_acknowledge_seconds ?? 0) * each.acknowledged);
  const tiles = [
    ['total', sum((each) => each.count).toLocaleString()],
    ['open', sum((each) => each.open).toLocaleString()],
    ['acknowledged', acknowledged.toLocaleString()],
    ['mean', acknowledged ? mean(seconds / acknowledged) : w('never')],
  ];
  return h('div', { class: 'tiles' }, tiles.map(([name, value]) => h('div', { class: `tile tile-${name}` }, h('span', null, w(name)), h('strong', null, answer.data ? value : '…'))));
}

export function Statistics({ site, filter, names }) {
  const [asTable, setAsTable] = useState(false);
  return h(
    'div',
    { class: 'stack' },
    h(Totals, { site, filter }),
    h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'as-tables', checked: asTable, onChange: (event) => setAsTable(event.currentTarget.checked) }), w('table')),
    h('div', { class: 'cards' }, GROUPS.map((by) => h(Group, { key: by, by, site, filter, names, asTable }))),
  );
}
