// The conditions of an alarm query.

import { kindName, kinds } from '../../kinds.js';
import { idOf } from '../../names.js';
import { Button, Field, Input, Select, h, useState } from '../../ui.js';
import { word, words } from '../../words.js';

const w = words({
  kind: ['类型', 'Kind'],
  level: ['级别', 'Level'],
  state: ['状态', 'State'],
  zone: ['区域', 'Zone'],
  person: ['人员', 'Person'],
  all: ['全部', 'All'],
  open: ['未关闭', 'Open'],
  zone_hint: ['区域名称', 'Name of a zone'],
  person_hint: ['姓名或编号', 'Name or id'],
  reset: ['清除条件', 'Reset'],
});

export const NO_FILTER = { kind: '', level: '', state: '', zone: '', person: '' };

const LEVELS = ['red', 'orange', 'yellow', 'blue'];
const STATES = [
  'raised_unacknowledged',
  'acknowledged',
  'returned_unacknowledged',
  'latched_unacknowledged',
  'latched_acknowledged',
  'shelved',
  'suppressed',
  'out_of_service',
  'cleared',
  'withdrawn',
];

/** What to ask the console for. */
export const asked = (span, filter, names) => ({
  from: span.from,
  to: span.to,
  kind: filter.kind,
  level: filter.level,
  state: filter.state,
  zone: filter.zone && idOf(names.zones, filter.zone),
  person: filter.person && idOf(names.people, filter.person),
});

const choice = (all, text, more = []) => [['', w('all')], ...more, ...all.map((each) => [each, text(each)])];

/** A field that offers names; asked for when the name is whole, not at each letter. */
function Named({ field, value, all, onValue }) {
  const [text, setText] = useState(value);
  return h(
    Field,
    { label: w(field) },
    h(Input, { name: field, list: `known-${field}`, value: text, placeholder: w(`${field}_hint`), onValue: setText, onChange: () => onValue(text) }),
    h('datalist', { id: `known-${field}` }, all.map(([id, name]) => h('option', { key: id, value: name }))),
  );
}

export function Filters({ filter, onFilter, names }) {
  const set = (field) => (value) => onFilter({ ...filter, [field]: value });
  const chosen = (field, options) => h(Field, { label: w(field) }, h(Select, { name: field, value: filter[field], onValue: set(field), options }));
  return h(
    'div',
    { class: 'row conditions' },
    chosen('kind', choice(kinds(), kindName)),
    chosen('level', choice(LEVELS, word)),
    chosen('state', choice(STATES, word, [['open', w('open')]])),
    h(Named, { key: `zone${filter.zone}`, field: 'zone', value: filter.zone, all: names.zones, onValue: set('zone') }),
    h(Named, { key: `person${filter.person}`, field: 'person', value: filter.person, all: names.people, onValue: set('person') }),
    Object.values(filter).some(Boolean) && h(Button, { kind: 'plain', onClick: () => onFilter(NO_FILTER) }, w('reset')),
  );
}
