// Tags and beacons: battery, when they were heard, whose they are and where.

import { serverNow } from '../live.js';
import { Empty, Fault, Field, Input, Select, Table, h, useAnswer, useState } from '../ui.js';
import { words } from '../words.js';
import { Age, Feeds } from './compliance/sources.js';
import { Battery, KINDS_OF_TROUBLE, SILENT_MS, troubleOf } from './devices/device.js';

const w = words({
  all: ['全部设备', 'All devices'],
  low: ['低电量（≤20 %）', 'Low battery (≤ 20 %)'],
  silent: ['静默（超过 5 分钟）', 'Silent (over 5 min)'],
  unbound: ['未绑定人员', 'Bound to nobody'],
  kind: ['类别', 'Kind'],
  every: ['全部', 'All'],
  tag: ['定位卡', 'Tag'],
  beacon: ['信标', 'Beacon'],
  anchor: ['基站', 'Anchor'],
  gateway: ['网关', 'Gateway'],
  fault: ['故障或离线', 'Fault or offline'],
  state: ['状态', 'State'],
  state_online: ['在线', 'online'],
  state_offline: ['离线', 'offline'],
  state_fault: ['故障', 'fault'],
  search: ['搜索', 'Search'],
  search_hint: ['编号、姓名或厂商', 'Id, name or vendor'],
  sort: ['排序', 'Sorted by'],
  by_battery: ['电量低的在前', 'Lowest battery'],
  by_age: ['最久未收到的在前', 'Longest silent'],
  by_id: ['编号', 'Id'],
  by_person: ['人员', 'Person'],
  id: ['编号', 'Id'],
  vendor: ['厂商', 'Vendor'],
  battery: ['电量', 'Battery'],
  seen: ['最后收到', 'Last heard'],
  person: ['绑定人员', 'Bound to'],
  position: ['位置', 'Position'],
  none: ['没有符合条件的设备', 'No such devices'],
  no_devices: ['尚无设备', 'No devices yet'],
  nobody: ['未绑定', 'nobody'],
  more: ['显示前 {n} 个，共 {all} 个：请用搜索缩小范围', 'The first {n} of {all}: search for less'],
});

const REFRESH_MS = 5_000;
const MOST = 300;
/** What is fixed is told of once an hour. */
const FIXED_MS = 2 * 3_600_000;
const seenAt = (each) => (each.last_seen ? Date.parse(each.last_seen) : 0);
const SORTS = {
  battery: (a, b) => (a.battery_percent ?? 101) - (b.battery_percent ?? 101) || a.id.localeCompare(b.id),
  age: (a, b) => seenAt(a) - seenAt(b) || a.id.localeCompare(b.id),
  id: (a, b) => a.id.localeCompare(b.id),
  person: (a, b) => (a.person_name ?? a.person_id ?? '\uffff').localeCompare(b.person_name ?? b.person_id ?? '\uffff', 'zh'),
};

const matches = (each, text) => [each.id, each.person_name, each.person_id, each.vendor].some((value) => value?.toLowerCase().includes(text.toLowerCase()));

const columns = () => [
  { title: w('id'), cell: (each) => h('code', null, each.id) },
  { title: w('kind'), class: 'optional', cell: (each) => w(each.kind) },
  { title: w('battery'), class: 'number', cell: (each) => h(Battery, { percent: each.battery_percent }) },
  { title: w('person'), cell: (each) => (each.kind !== 'tag' ? each.name ?? '' : each.person_id ? each.person_name ?? each.person_id : h('span', { class: 'caution' }, w('nobody'))) },
  { title: w('seen'), cell: (each) => (each.kind !== 'tag' ? (each.last_seen ? h(Age, { at: each.last_seen, slow: FIXED_MS, silent: FIXED_MS }) : '') : h(Age, { at: each.last_seen, slow: SILENT_MS, silent: SILENT_MS })) },
  { title: w('state'), class: 'optional', cell: (each) => each.state && h('span', { class: each.state === 'online' ? '' : 'caution' }, w(`state_${each.state}`)) },
  { title: w('position'), class: 'number optional', cell: (each) => (each.x === undefined || each.x === null ? '–' : `${each.x.toFixed(1)}, ${each.y.toFixed(1)}`) },
  { title: w('vendor'), class: 'optional', cell: (each) => each.vendor ?? '–' },
];

function Tiles({ devices, trouble, onTrouble }) {
  const count = (kind) => devices.filter((each) => troubleOf(each, serverNow()).includes(kind)).length;
  const tile = (kind, n) =>
    h(
      'button',
      { key: kind, type: 'button', class: `tile ${kind !== 'all' && n ? 'some' : ''} ${trouble === kind ? 'here' : ''}`, 'aria-pressed': trouble === kind, 'data-count': kind, onClick: () => onTrouble(kind) },
      h('span', null, w(kind)),
      h('strong', null, n.toLocaleString()),
    );
  return h('div', { class: 'tiles' }, tile('all', devices.length), KINDS_OF_TROUBLE.map((kind) => tile(kind, count(kind))));
}

export function View({ site }) {
  const answer = useAnswer(`/sites/${site}/live/devices`, { everyMs: REFRESH_MS });
  const feeds = useAnswer(`/sites/${site}/live/feeds`, { everyMs: REFRESH_MS });
  const [trouble, setTrouble] = useState('all');
  const [kind, setKind] = useState('');
  const [text, setText] = useState('');
  const [sort, setSort] = useState('battery');
  if (!answer.data) return answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'));
  const devices = answer.data;
  const shown = devices
    .filter((each) => (trouble === 'all' || troubleOf(each, serverNow()).includes(trouble)) && (!kind || each.kind === kind) && (!text || matches(each, text)))
    .sort(SORTS[sort]);
  return h(
    'div',
    { class: 'stack' },
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    h(Tiles, { devices, trouble, onTrouble: setTrouble }),
    h(
      'section',
      { class: 'panel stack' },
      h(
        'div',
        { class: 'row conditions' },
        h(Field, { label: w('search') }, h(Input, { type: 'search', name: 'search', value: text, placeholder: w('search_hint'), onValue: setText })),
        h(Field, { label: w('kind') }, h(Select, { name: 'kind', value: kind, onValue: setKind, options: [['', w('every')], ['tag', w('tag')], ['beacon', w('beacon')], ['anchor', w('anchor')], ['gateway', w('gateway')]] })),
        h(Field, { label: w('sort') }, h(Select, { name: 'sort', value: sort, onValue: setSort, options: Object.keys(SORTS).map((each) => [each, w(`by_${each}`)]) })),
      ),
      h(Table, { columns: columns(), rows: shown.slice(0, MOST), rowKey: (each) => `${each.kind}/${each.id}`, empty: devices.length ? w('none') : w('no_devices') }),
      shown.length > MOST && h('p', { class: 'faint' }, w('more', { n: MOST, all: shown.length })),
    ),
    h(Feeds, { feeds }),
  );
}
