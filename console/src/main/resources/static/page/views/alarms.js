// Alarms that are and were: asked for by time, kind, level, state, zone and person; as a table, as statistics, as a file.

import { query } from '../api.js';
import { kindName } from '../kinds.js';
import { useNames } from '../names.js';
import { TimeSpan, spanOf } from '../timespan.js';
import { Button, Empty, Fault, Level, Table, h, time, useAnswer, useState } from '../ui.js';
import { Filters, NO_FILTER, asked } from './alarms/filters.js';
import { alarmOf, stateOf, subjectName } from './alarms/record.js';
import { Statistics } from './alarms/statistics.js';
import { Story } from './alarms/story.js';
import { word, words } from '../words.js';

const w = words({
  list: ['列表', 'List'],
  statistics: ['统计', 'Statistics'],
  csv: ['导出 CSV', 'Download CSV'],
  raised: ['发生时间', 'Raised'],
  kind: ['类型', 'Kind'],
  level: ['级别', 'Level'],
  state: ['状态', 'State'],
  about: ['对象', 'About'],
  zones: ['区域', 'Zones'],
  people: ['人数', 'People'],
  acknowledged: ['确认人', 'Acknowledged by'],
  total: ['共 {n} 条', '{n} in all'],
  page: ['第 {from}–{to} 条', '{from}–{to}'],
  before: ['上一页', 'Newer'],
  after: ['下一页', 'Older'],
  none: ['该条件下没有报警', 'No alarms of these conditions'],
});

const PAGE = 50;
const REFRESH_MS = 15_000;

const columns = (names) => [
  { title: w('raised'), class: 'tight', cell: (each) => time(each.document.raised_at, { date: true }).split(' ').map((part) => h('span', null, part, ' ')) },
  { title: w('level'), cell: (each) => h(Level, { level: each.document.level }) },
  { title: w('kind'), class: 'tight', cell: (each) => kindName(each.document.kind) },
  { title: w('about'), cell: (each) => subjectName(each.document, names) },
  { title: w('zones'), class: 'optional', cell: (each) => each.document.fence_ids.map(names.zone).join('、') },
  { title: w('people'), class: 'number optional', cell: (each) => each.document.trackable_ids.length || '' },
  { title: w('state'), class: 'tight', cell: (each) => word(stateOf(each)) },
  { title: w('acknowledged'), class: 'optional', cell: (each) => each.document.acknowledged?.by ?? '' },
];

function Pages({ total, offset, onOffset }) {
  const last = Math.min(offset + PAGE, total);
  return h(
    'div',
    { class: 'row pages' },
    h('span', { role: 'status' }, w('total', { n: total.toLocaleString() })),
    total > PAGE && [
      h(Button, { kind: 'small', disabled: offset === 0, onClick: () => onOffset(Math.max(0, offset - PAGE)) }, w('before')),
      h('span', { class: 'faint' }, w('page', { from: offset + 1, to: last })),
      h(Button, { kind: 'small', disabled: last >= total, onClick: () => onOffset(offset + PAGE) }, w('after')),
    ],
  );
}

function List({ site, filter, names, onStory }) {
  const [offset, setOffset] = useState(0);
  const answer = useAnswer(`/sites/${site}/history/alarms${query({ ...filter, limit: PAGE, offset })}`, { everyMs: REFRESH_MS });
  if (answer.error) return h(Fault, { error: answer.error, again: answer.again });
  if (!answer.data) return h(Empty, null, w('loading'));
  return h(
    'section',
    { class: 'panel' },
    h(Pages, { total: answer.data.total, offset, onOffset: setOffset }),
    h(Table, { columns: columns(names), rows: answer.data.alarms.map((each) => ({ ...each, document: alarmOf(each) })), rowKey: (each) => each.document.alarm_id, onRow: (each) => onStory(each.document.alarm_id), empty: w('none') }),
  );
}

export function View({ site, rest }) {
  const names = useNames(site);
  const [span, setSpan] = useState(() => spanOf('day'));
  const [filter, setFilter] = useState(NO_FILTER);
  const [shown, setShown] = useState('list');
  const conditions = asked(span, filter, names);
  const story = rest[0] ?? null;
  return h(
    'div',
    { class: 'stack' },
    h(
      'section',
      { class: 'panel stack' },
      h(
        'div',
        { class: 'row spread' },
        h(TimeSpan, { span, onSpan: setSpan }),
        h(
          'span',
          { class: 'row' },
          h(
            'span',
            { class: 'segments', role: 'tablist' },
            ['list', 'statistics'].map((each) =>
              h(Button, { kind: `small ${shown === each ? 'main' : ''}`, role: 'tab', 'aria-selected': shown === each, onClick: () => setShown(each) }, w(each)),
            ),
          ),
          h('a', { class: 'button small', download: `alarms-${site}.csv`, href: `/api/v1/sites/${site}/history/alarms.csv${query(conditions)}` }, w('csv')),
        ),
      ),
      h(Filters, { filter, onFilter: setFilter, names }),
    ),
    shown === 'list'
      ? h(List, { key: JSON.stringify(conditions), site, filter: conditions, names, onStory: (id) => (location.hash = `#/alarms/${id}`) })
      : h(Statistics, { site, filter: conditions, names }),
    story && h(Story, { key: story, site, id: decodeURIComponent(story), names, onClose: () => (location.hash = '#/alarms') }),
  );
}
