// How many people a zone may have, and how long: each change is a version of the plan.

import { get, put, query } from '../../api.js';
import { Dialog, Empty, Field, Input, Table, h, useLive, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { Form, useAsking } from './asking.js';

const w = words({
  title: ['各区域限员', 'Limits of zones'],
  zone: ['区域', 'Zone'],
  role: ['类型', 'Role'],
  limit: ['限员（人）', 'Limit (people)'],
  minimum: ['最少在岗（人）', 'At least (people)'],
  legal_basis: ['依据（危险区限员大于 3 时必填）', 'Legal basis (demanded above 3 in a hazard zone)'],
  overstay_ms: ['滞留报警（秒）', 'Overstay after (s)'],
  motionless_ms: ['静止报警（秒）', 'Motionless after (s)'],
  search: ['搜索区域', 'Search a zone'],
  hint: ['不填＝保持不变', 'Empty = stays as it is'],
  apply: ['提交为新版本', 'Apply as a new version'],
});

const NUMBERS = ['limit', 'minimum', 'overstay_ms', 'motionless_ms'];
const isTime = (name) => name.endsWith('_ms');

function Change({ site, zone, onClose }) {
  const asking = useAsking();
  const [values, setValues] = useState({ limit: zone.limit ?? '', minimum: zone.minimum ?? '' });
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const apply = async () => {
    const changes = {};
    for (const name of NUMBERS) {
      const value = values[name];
      if (value === undefined || value === '' || Number(value) === zone[name]) continue;
      changes[name] = isTime(name) ? Number(value) * 1000 : Number(value);
    }
    if (values.legal_basis) changes.legal_basis = values.legal_basis;
    const done = await asking.ask(async () => {
      const { newest } = await get(`/sites/${site}/plans`);
      await put(`/sites/${site}/fences/${zone.id}/limits${query({ base_version: newest })}`, changes);
    });
    if (done) onClose();
  };
  return h(
    Dialog,
    { title: zone.name, onClose },
    h(
      'div',
      { class: 'body' },
      h(
        Form,
        { asking, onSend: apply, send: w('apply') },
        NUMBERS.map((name) => h(Field, { key: name, label: w(name), hint: isTime(name) ? w('hint') : undefined }, h(Input, { type: 'number', min: 0, name, value: values[name] ?? '', onValue: set(name) }))),
        h(Field, { label: w('legal_basis') }, h(Input, { name: 'legal_basis', value: values.legal_basis ?? '', onValue: set('legal_basis') })),
      ),
    ),
  );
}

export function Limits({ site }) {
  const { plan } = useLive(['plan']);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(null);
  if (!plan) return h(Empty, null, w('none_here'));
  const rows = plan.zones
    .filter((each) => each.role !== 'beacon' && (!text || `${each.name} ${each.foreign_id}`.toLowerCase().includes(text.toLowerCase())))
    .sort((a, b) => (b.limit !== undefined) - (a.limit !== undefined) || a.name.localeCompare(b.name, 'zh'));
  const columns = [
    { title: w('zone'), cell: (each) => each.name },
    { title: w('role'), cell: (each) => word(each.role) },
    { title: w('limit'), class: 'number', cell: (each) => each.limit ?? '–' },
    { title: w('minimum'), class: 'number', cell: (each) => each.minimum ?? '–' },
  ];
  return h(
    'section',
    { class: 'panel stack' },
    h('div', { class: 'row spread' }, h('h2', null, w('title')), h(Input, { type: 'search', 'aria-label': w('search'), placeholder: w('search'), value: text, onValue: setText })),
    h(Table, { columns, rows, rowKey: (each) => each.id, onRow: setChosen }),
    chosen && h(Change, { site, zone: chosen, onClose: () => setChosen(null) }),
  );
}
