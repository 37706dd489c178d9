// Versions of the plan: what was in force when, another one with its difference drawn before it is applied, and the way back.

import { get, post, query } from '../../api.js';
import { Button, Empty, Fault, Field, Input, Table, fromLocalInput, h, time, useAnswer, useState } from '../../ui.js';
import { words } from '../../words.js';
import { Form, useAsking } from './asking.js';
import { Difference } from './difference.js';

const w = words({
  versions: ['地图版本', 'Versions of the plan'],
  version: ['版本', 'Version'],
  state: ['状态', 'State'],
  in_force: ['生效中', 'in force'],
  coming: ['待生效', 'coming'],
  past: ['历史', 'past'],
  refused: ['被拒绝', 'refused'],
  from: ['生效时间', 'In force from'],
  zones: ['区域数', 'Zones'],
  author: ['编制人', 'Author'],
  comment: ['说明', 'Comment'],
  next: ['上传新版本', 'A new version'],
  file: ['地图文件（GeoJSON）', 'Plan file (GeoJSON)'],
  valid_from: ['生效时间（不填＝立即）', 'In force from (empty = at once)'],
  compare: ['与生效版本比较', 'Compare with the one in force'],
  apply: ['应用此版本', 'Apply this version'],
  restore: ['恢复到此版本', 'Go back to this version'],
  same: ['与生效版本没有差别', 'It is the same as the one in force'],
  against: ['{version} 与生效版本的差别', 'What {version} has otherwise than the one in force'],
  of_file: ['文件与生效版本的差别', 'What the file has otherwise than the one in force'],
  applied: ['已提交为版本 {version}', 'Applied as version {version}'],
  unwritten: ['该文件与最新版本相同，未写入', 'This is the newest version already: nothing was written'],
  download: ['下载', 'Download'],
  none: ['尚无地图', 'No plan yet'],
});

const GEO_JSON = { type: 'application/geo+json' };

function NewVersion({ site, newest, onApplied }) {
  const asking = useAsking();
  const [text, setText] = useState(null);
  const [diff, setDiff] = useState(null);
  const [from, setFrom] = useState('');
  const [done, setDone] = useState(null);
  const choose = async (event) => {
    const file = event.currentTarget.files[0];
    setDiff(null);
    setDone(null);
    const content = file ? await file.text() : null;
    setText(content);
    if (content) await asking.ask(async () => setDiff(await post(`/sites/${site}/plans/diff`, content, GEO_JSON)));
  };
  const apply = () =>
    asking.ask(async () => {
      const answer = await post(`/sites/${site}/plans${query({ base_version: newest, valid_from: fromLocalInput(from) })}`, text, GEO_JSON);
      setDone(answer.written ? w('applied', { version: answer.version }) : w('unwritten'));
      setDiff(null);
      onApplied();
    });
  return h(
    'section',
    { class: 'panel' },
    h('h2', null, w('next')),
    h(
      Form,
      { asking, onSend: apply, send: w('apply'), disabled: !diff },
      h(
        'div',
        { class: 'row' },
        h(Field, { label: w('file') }, h('input', { type: 'file', name: 'plan', accept: '.geojson,.json,application/geo+json', onChange: choose })),
        h(Field, { label: w('valid_from') }, h(Input, { type: 'datetime-local', value: from, onValue: setFrom })),
      ),
      diff && h(Difference, { diff, title: w('of_file') }),
      done && h('p', { role: 'status' }, done),
    ),
  );
}

function Older({ site, version, newest, onApplied, onClose }) {
  const asking = useAsking();
  const answer = useAnswer(`/sites/${site}/plans/diff${query({ to: version })}`);
  const restore = () =>
    asking.ask(async () => {
      await post(`/sites/${site}/plans/${encodeURIComponent(version)}/reapply${query({ base_version: newest })}`);
      onApplied();
      onClose();
    });
  const download = () =>
    asking.ask(async () => {
      const text = await get(`/sites/${site}/plans/${encodeURIComponent(version)}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([typeof text === 'string' ? text : JSON.stringify(text, null, 2)], GEO_JSON));
      link.download = `${site}-${version}.geojson`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  return h(
    'section',
    { class: 'panel' },
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    answer.data && h(Difference, { diff: answer.data, title: w('against', { version }) }),
    h(
      Form,
      { asking, onSend: restore, send: w('restore'), disabled: !answer.data || version === newest, more: h(Button, { onClick: download }, w('download')) },
    ),
  );
}

export function Plans({ site }) {
  const answer = useAnswer(`/sites/${site}/plans`);
  const [chosen, setChosen] = useState(null);
  if (!answer.data) return answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'));
  const { newest, versions } = answer.data;
  const columns = [
    { title: w('version'), cell: (each) => h('code', null, each.version) },
    { title: w('state'), cell: (each) => h('span', { class: `state state-${each.state}`, title: each.fault }, w(each.state)) },
    { title: w('from'), cell: (each) => time(each.in_force_from, { date: true }) },
    { title: w('zones'), class: 'number', cell: (each) => each.zones ?? '' },
    { title: w('author'), cell: (each) => each.author ?? '' },
    { title: w('comment'), cell: (each) => each.comment ?? each.fault ?? '' },
  ];
  return h(
    'div',
    { class: 'stack' },
    h(NewVersion, { site, newest, onApplied: answer.again }),
    h(
      'section',
      { class: 'panel' },
      h('h2', null, w('versions')),
      h(Table, { columns, rows: versions, rowKey: (each) => each.version, chosen, onRow: (each) => setChosen(each.version === chosen ? null : each.version), empty: w('none') }),
    ),
    chosen && h(Older, { key: chosen, site, version: chosen, newest, onApplied: answer.again, onClose: () => setChosen(null) }),
  );
}
