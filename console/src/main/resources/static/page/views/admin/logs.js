// Who did what, and every call of the API.

import { query } from '../../api.js';
import { Empty, Fault, Field, Input, Table, fromLocalInput, h, time, toLocalInput, useAnswer, useState } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  at: ['时间', 'Time'],
  who: ['用户', 'Who'],
  act: ['操作', 'Act'],
  site: ['厂区', 'Site'],
  object: ['对象', 'Object'],
  detail: ['内容', 'Detail'],
  address: ['来源地址', 'From address'],
  method: ['方法', 'Method'],
  path: ['路径', 'Path'],
  status: ['状态码', 'Status'],
  millis: ['耗时（毫秒）', 'Took (ms)'],
  least: ['状态码不小于', 'Status at least'],
});

const DAY_MS = 86_400_000;

function Log({ path, conditions, columns, rowKey }) {
  const [values, setValues] = useState({ from: toLocalInput(Date.now() - DAY_MS), to: '' });
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const answer = useAnswer(`${path}${query({ ...values, from: fromLocalInput(values.from), to: fromLocalInput(values.to), limit: 500 })}`);
  return h(
    'section',
    { class: 'panel stack' },
    h(
      'div',
      { class: 'row conditions' },
      h(Field, { label: w('from') }, h(Input, { type: 'datetime-local', value: values.from, onValue: set('from') })),
      h(Field, { label: w('to') }, h(Input, { type: 'datetime-local', value: values.to, onValue: set('to') })),
      conditions.map(([name, label]) => h(Field, { key: name, label }, h(Input, { name, value: values[name] ?? '', onValue: set(name) }))),
    ),
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && h(Table, { columns, rows: answer.data, rowKey }),
  );
}

const when = { cell: (each) => time(each.at, { date: true }) };

export const Acts = () =>
  h(Log, {
    path: '/audit',
    conditions: [['who', w('who')], ['act', w('act')], ['object', w('object')]],
    rowKey: (each) => `${each.at}/${each.act}/${each.object}`,
    columns: [
      { ...when, title: w('at') },
      { title: w('who'), cell: (each) => each.who },
      { title: w('act'), cell: (each) => h('code', null, each.act) },
      { title: w('site'), cell: (each) => each.site ?? '' },
      { title: w('object'), cell: (each) => each.object ?? '' },
      { title: w('detail'), class: 'wide', cell: (each) => (each.detail && Object.keys(each.detail).length ? h('code', { class: 'detail' }, JSON.stringify(each.detail)) : '') },
      { title: w('address'), class: 'optional', cell: (each) => each.address ?? '' },
    ],
  });

export const Calls = () =>
  h(Log, {
    path: '/api-calls',
    conditions: [['who', w('who')], ['method', w('method')], ['path', w('path')], ['status', w('least')]],
    rowKey: (each) => `${each.at}/${each.method}/${each.path}`,
    columns: [
      { ...when, title: w('at') },
      { title: w('who'), cell: (each) => each.who ?? '–' },
      { title: w('method'), cell: (each) => each.method },
      { title: w('path'), class: 'wide', cell: (each) => h('code', { class: 'detail' }, each.path) },
      { title: w('status'), class: 'number', cell: (each) => each.status },
      { title: w('millis'), class: 'number', cell: (each) => each.millis },
      { title: w('address'), class: 'optional', cell: (each) => each.address ?? '' },
    ],
  });
