// Who may log in, with what role, for which sites.

import { post, put } from '../../api.js';
import { user as myself } from '../../session.js';
import { Button, Dialog, Empty, Fault, Field, Input, Select, Table, h, time, useAnswer, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { Form, useAsking } from './asking.js';

const w = words({
  title: ['用户', 'Users'],
  add: ['新增用户', 'Add a user'],
  name: ['用户名', 'User name'],
  display: ['姓名', 'Displayed name'],
  role: ['角色', 'Role'],
  sites: ['厂区（* ＝ 全部，逗号分隔）', 'Sites (* = all, with commas)'],
  password: ['初始密码（12 个字符以上；不填＝只用单位账号登录）', 'First password (12 characters or more; empty = logs in elsewhere)'],
  more: ['额外权限', 'More rights than those of the role'],
  state: ['状态', 'State'],
  enabled: ['启用', 'enabled'],
  disabled: ['停用', 'disabled'],
  locked: ['锁定至 {at}', 'locked until {at}'],
  must_change: ['须改密码', 'has to change the password'],
  disable: ['停用', 'Disable'],
  enable: ['启用', 'Enable'],
  unlock: ['解锁', 'Unlock'],
  reset: ['重置密码', 'Reset the password'],
  new_password: ['新密码（仅显示一次）：', 'New password, shown this once: '],
  right_live: ['实时', 'live'],
  right_history: ['历史', 'history'],
  right_names: ['姓名', 'names'],
  right_act: ['处置报警', 'act on alarms'],
  right_administer: ['管理', 'administer'],
});

const ROLES = ['viewer', 'operator', 'administrator'];
const RIGHTS = ['live', 'history', 'names', 'act', 'administer'];
const list = (text) => text.split(/[,，\s]+/).filter(Boolean);

function Rights({ value, onValue }) {
  return h(
    'fieldset',
    { class: 'rights' },
    h('legend', null, w('more')),
    RIGHTS.map((each) =>
      h(
        'label',
        { class: 'check', key: each },
        h('input', { type: 'checkbox', checked: value.includes(each), onChange: (event) => onValue(event.currentTarget.checked ? [...value, each] : value.filter((one) => one !== each)) }),
        w(`right_${each}`),
      ),
    ),
  );
}

function Edit({ user, onDone, onClose }) {
  const asking = useAsking();
  const [values, setValues] = useState({
    name: user?.name ?? '',
    display_name: user?.display_name ?? '',
    role: user?.role ?? 'viewer',
    sites: user?.sites.join(', ') ?? '*',
    rights: user?.more_rights ?? [],
    password: '',
  });
  const [password, setPassword] = useState(null);
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const save = async () => {
    const { name, display_name, role, rights } = values;
    const body = { display_name: display_name || undefined, role, rights, sites: list(values.sites) };
    const done = await asking.ask(() => (user ? put(`/users/${encodeURIComponent(user.name)}`, body) : post('/users', { ...body, name, password: values.password || undefined })));
    if (done) {
      onDone();
      onClose();
    }
  };
  const act = (doing) => async () => {
    if (await asking.ask(doing)) onDone();
  };
  const path = user && `/users/${encodeURIComponent(user.name)}`;
  return h(
    Dialog,
    { title: user ? user.name : w('add'), onClose },
    h(
      'div',
      { class: 'body' },
      h(
        Form,
        { asking, onSend: save, send: w('save') },
        !user && h(Field, { label: w('name') }, h(Input, { name: 'name', required: true, value: values.name, onValue: set('name') })),
        h(Field, { label: w('display') }, h(Input, { name: 'display_name', value: values.display_name, onValue: set('display_name') })),
        h(Field, { label: w('role') }, h(Select, { name: 'role', value: values.role, onValue: set('role'), options: ROLES.map((each) => [each, word(each)]) })),
        h(Field, { label: w('sites') }, h(Input, { name: 'sites', value: values.sites, onValue: set('sites') })),
        h(Rights, { value: values.rights, onValue: set('rights') }),
        !user && h(Field, { label: w('password') }, h(Input, { name: 'password', type: 'password', autocomplete: 'new-password', value: values.password, onValue: set('password') })),
      ),
      user &&
        h(
          'div',
          { class: 'row' },
          user.locked_until && h(Button, { onClick: act(() => post(`${path}/unlock`)) }, w('unlock')),
          h(Button, { onClick: act(async () => setPassword((await post(`${path}/password-reset`)).password)) }, w('reset')),
          user.name !== myself().name &&
            h(Button, { kind: user.enabled ? 'danger' : '', onClick: act(() => put(path, { enabled: !user.enabled })) }, user.enabled ? w('disable') : w('enable')),
        ),
      password && h('p', { role: 'status' }, w('new_password'), h('code', null, password)),
    ),
  );
}

const stateOf = (each) =>
  [each.enabled ? w('enabled') : w('disabled'), each.locked_until && w('locked', { at: time(each.locked_until, { date: true }) }), each.must_change_password && w('must_change')].filter(Boolean).join(', ');

export function Users() {
  const answer = useAnswer('/users');
  const [chosen, setChosen] = useState(null);
  if (!answer.data) return answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'));
  const columns = [
    { title: w('name'), cell: (each) => each.name },
    { title: w('display'), cell: (each) => each.display_name },
    { title: w('role'), cell: (each) => word(each.role) },
    { title: w('more'), class: 'optional', cell: (each) => each.more_rights.map((one) => w(`right_${one}`)).join(', ') },
    { title: w('sites').split(/[（(]/)[0], cell: (each) => each.sites.join(', ') },
    { title: w('state'), cell: stateOf },
  ];
  return h(
    'section',
    { class: 'panel stack' },
    h('div', { class: 'row spread' }, h('h2', null, w('title')), h(Button, { kind: 'main', onClick: () => setChosen('new') }, w('add'))),
    h(Table, { columns, rows: answer.data, rowKey: (each) => each.name, onRow: (each) => setChosen(each.name) }),
    chosen && h(Edit, { key: chosen, user: answer.data.find((each) => each.name === chosen), onDone: answer.again, onClose: () => setChosen(null) }),
  );
}
