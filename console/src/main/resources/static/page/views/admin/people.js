// The register of people, and which tags they carry.

import { del, post, put, query } from '../../api.js';
import { Button, Dialog, Empty, Fault, Field, Input, Select, Table, fromLocalInput, h, time, toLocalInput, useAnswer, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { Form, useAsking } from './asking.js';

const w = words({
  title: ['人员', 'People'],
  add: ['新增人员', 'Add a person'],
  import: ['导入（每行一个 omlox Trackable）', 'Import (an omlox Trackable on each line)'],
  imported: ['{people} 人：写入 {written}，未变 {unchanged}；文件外 {not_in_file} 人保持不变', '{people} people: {written} written, {unchanged} unchanged; {not_in_file} who are not in the file stay'],
  search: ['姓名、编号、部门或定位卡', 'Name, id, department or tag'],
  id: ['编号', 'Id'],
  name: ['姓名', 'Name'],
  department: ['部门', 'Department'],
  type: ['人员类别', 'Type'],
  post: ['岗位', 'Post'],
  host: ['接待人', 'Host'],
  tags: ['定位卡', 'Tags'],
  valid_from: ['有效期自', 'Valid from'],
  valid_until: ['有效期至', 'Valid until'],
  valid: ['有效', 'valid'],
  not_valid: ['不在有效期', 'not valid now'],
  seen: ['最后定位', 'Last seen'],
  bind: ['绑定', 'Bind'],
  unbind: ['解绑', 'Unbind'],
  new_tag: ['定位卡编号', 'Id of the tag'],
  remove: ['删除人员', 'Delete this person'],
  sure: ['再按一次确认删除', 'Press again to delete'],
  more: ['显示前 {n} 人，共 {all} 人：请用搜索缩小范围', 'The first {n} of {all}: search for less'],
});

const TYPES = ['01', '02', '03'];
const MOST = 200;
const MUSTER = ['department', 'person_type', 'post', 'host', 'valid_from', 'valid_until'];

/** The Trackable with these values; what else is in it stays. */
function trackable(document, values, tags) {
  const own = { ...document?.properties?.muster };
  for (const name of MUSTER) {
    if (values[name]) own[name] = values[name];
    else delete own[name];
  }
  const { name: _, ...rest } = document ?? {};
  return {
    ...rest,
    id: values.id,
    type: document?.type ?? 'virtual',
    ...(values.name ? { name: values.name } : {}),
    location_providers: document?.location_providers ?? tags ?? [],
    properties: { ...document?.properties, muster: own },
  };
}

function PersonForm({ person, document, onSave, asking }) {
  const [values, setValues] = useState({
    id: person?.id ?? crypto.randomUUID(),
    name: person?.name ?? '',
    department: person?.department ?? '',
    person_type: person?.person_type ?? '01',
    post: person?.post ?? '',
    host: person?.host ?? '',
    valid_from: person?.valid_from ?? '',
    valid_until: person?.valid_until ?? '',
  });
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const when = (name) =>
    h(Field, { label: w(name) }, h(Input, { type: 'datetime-local', name, value: values[name] ? toLocalInput(values[name]) : '', onValue: (value) => set(name)(fromLocalInput(value) ?? '') }));
  return h(
    Form,
    { asking, onSend: () => onSave(trackable(document, values)), send: w('save') },
    !person && h(Field, { label: w('id') }, h(Input, { name: 'id', required: true, value: values.id, onValue: set('id') })),
    ['name', 'department', 'post', 'host'].map((name) => h(Field, { key: name, label: w(name) }, h(Input, { name, value: values[name], onValue: set(name) }))),
    h(Field, { label: w('type') }, h(Select, { name: 'person_type', value: values.person_type, onValue: set('person_type'), options: TYPES.map((each) => [each, word(each)]) })),
    when('valid_from'),
    when('valid_until'),
  );
}

function Tags({ site, person, onChange }) {
  const asking = useAsking();
  const [tag, setTag] = useState('');
  const path = (id) => `/sites/${site}/people/${encodeURIComponent(person.id)}/tags/${encodeURIComponent(id)}`;
  const change = async (doing) => {
    if (await asking.ask(doing)) {
      setTag('');
      onChange();
    }
  };
  return h(
    'section',
    { class: 'stack' },
    h('h3', null, w('tags')),
    person.tags.map((each) => h('div', { class: 'row spread', key: each }, h('code', null, each), h(Button, { kind: 'small', onClick: () => change(() => del(path(each))) }, w('unbind')))),
    h(
      Form,
      { asking, onSend: () => change(() => put(path(tag.trim()), {})), send: w('bind'), kind: '', disabled: !tag.trim() },
      h(Field, { label: w('new_tag') }, h(Input, { name: 'tag', value: tag, onValue: setTag })),
    ),
  );
}

function Person({ site, id, onChange, onClose }) {
  const asking = useAsking();
  const path = `/sites/${site}/people/${encodeURIComponent(id)}`;
  const answer = useAnswer(path);
  const [sure, setSure] = useState(false);
  const again = () => {
    answer.again();
    onChange();
  };
  const remove = async () => {
    if (!sure) setSure(true);
    else if (await asking.ask(() => del(path))) {
      onChange();
      onClose();
    }
  };
  const { person, document } = answer.data ?? {};
  const save = async (body) => {
    if (await asking.ask(() => put(`${path}${query({ revision: person.revision })}`, body))) again();
  };
  return h(
    Dialog,
    { title: person?.name ?? id, onClose },
    h(
      'div',
      { class: 'body' },
      answer.error && h(Fault, { error: answer.error, again: answer.again }),
      person && h(PersonForm, { key: person.revision, person, document, asking, onSave: save }),
      person && h(Tags, { site, person, onChange: again }),
      person && h('div', { class: 'row' }, h(Button, { kind: 'danger', onClick: remove }, sure ? w('sure') : w('remove'))),
    ),
  );
}

function NewPerson({ site, onChange, onClose }) {
  const asking = useAsking();
  const save = async (body) => {
    if (await asking.ask(() => post(`/sites/${site}/people`, body))) {
      onChange();
      onClose();
    }
  };
  return h(Dialog, { title: w('add'), onClose }, h('div', { class: 'body' }, h(PersonForm, { asking, onSave: save })));
}

function Import({ site, onChange }) {
  const asking = useAsking();
  const [done, setDone] = useState(null);
  const choose = async (event) => {
    const file = event.currentTarget.files[0];
    if (!file) return;
    setDone(null);
    const ok = await asking.ask(async () => setDone(await post(`/sites/${site}/people/import`, await file.text(), { type: 'application/x-ndjson' })));
    if (ok) onChange();
  };
  return h(
    'div',
    { class: 'stack' },
    h(Field, { label: w('import') }, h('input', { type: 'file', name: 'people', accept: '.jsonl,.ndjson,.json', onChange: choose })),
    asking.error && h(Fault, { error: asking.error }),
    done && h('p', { role: 'status' }, w('imported', done)),
  );
}

export function People({ site }) {
  const [text, setText] = useState('');
  const answer = useAnswer(`/sites/${site}/people${query({ q: text, limit: MOST })}`);
  const [chosen, setChosen] = useState(null);
  const columns = [
    { title: w('name'), cell: (each) => each.name ?? each.id },
    { title: w('type'), cell: (each) => word(each.person_type) },
    { title: w('department'), cell: (each) => each.department ?? '' },
    { title: w('post'), class: 'optional', cell: (each) => each.post ?? '' },
    { title: w('tags'), cell: (each) => each.tags.map((tag) => h('code', { key: tag, class: 'tag' }, tag)) },
    { title: w('valid'), class: 'optional', cell: (each) => (each.valid_now ? w('valid') : w('not_valid')) },
    { title: w('seen'), class: 'optional', cell: (each) => (each.last_seen ? time(each.last_seen, { date: true }) : '–') },
  ];
  return h(
    'section',
    { class: 'panel stack' },
    h(
      'div',
      { class: 'row spread' },
      h(Input, { type: 'search', name: 'search', 'aria-label': w('search'), placeholder: w('search'), value: text, onValue: setText }),
      h(Import, { site, onChange: answer.again }),
      h(Button, { kind: 'main', onClick: () => setChosen('new') }, w('add')),
    ),
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && h(Table, { columns, rows: answer.data.people, rowKey: (each) => each.id, onRow: (each) => setChosen(each.id) }),
    answer.data?.total > MOST && h('p', { class: 'faint' }, w('more', { n: MOST, all: answer.data.total })),
    chosen === 'new' && h(NewPerson, { site, onChange: answer.again, onClose: () => setChosen(null) }),
    chosen && chosen !== 'new' && h(Person, { key: chosen, site, id: chosen, onChange: answer.again, onClose: () => setChosen(null) }),
  );
}
