// Who is logged in, and the form for it.

import { get, login, post } from './api.js';
import { Button, Field, Input, h, useState } from './ui.js';
import { words } from './words.js';

const w = words({
  title: ['登录', 'Log in'],
  name: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  enter: ['登录', 'Log in'],
  entering: ['正在登录…', 'Logging in…'],
  oidc: ['使用单位账号登录', 'Log in with your organisation'],
  product: ['人员定位与报警', 'Personnel positioning and alarms'],
  change: ['修改密码', 'Change your password'],
  must: ['管理员为您设置了密码：请先修改。', 'An administrator gave you this password: choose your own first.'],
  before: ['当前密码', 'Your password now'],
  next: ['新密码（12 个字符以上）', 'New password (12 characters or more)'],
  again: ['再次输入新密码', 'The new password again'],
  differ: ['两次输入不一致', 'The two are not the same'],
  changed: ['密码已修改', 'Your password was changed'],
});

let me = null;

/** {name, display_name, role, rights, sites}; null = nobody. */
export const user = () => me;
export const may = (right) => me?.rights.includes(right) ?? false;

export async function whoIsIt() {
  const session = await get('/session');
  me = session.user ?? null;
  return session;
}

/** Whoever logged in at a provider is taken to log out there as well. */
export async function logout() {
  const answer = await post('/logout');
  me = null;
  if (answer?.next) location.assign(answer.next);
}

/** `onDone` once another password is in force. */
export function ChangePassword({ must, onDone }) {
  const [values, setValues] = useState({ before: '', now: '', again: '' });
  const [error, setError] = useState(null);
  const set = (name) => (value) => setValues((old) => ({ ...old, [name]: value }));
  const change = async (event) => {
    event.preventDefault();
    if (values.now !== values.again) {
      setError(w('differ'));
      return;
    }
    try {
      await post('/me/password', { before: values.before, now: values.now });
      onDone();
    } catch (refused) {
      setError(refused.message);
    }
  };
  const field = (name, label, autocomplete) =>
    h(Field, { label }, h(Input, { type: 'password', name, autocomplete, required: true, value: values[name], onValue: set(name) }));
  return h(
    'form',
    { onSubmit: change, class: 'stack' },
    must && h('p', null, w('must')),
    field('before', w('before'), 'current-password'),
    field('now', w('next'), 'new-password'),
    field('again', w('again'), 'new-password'),
    error && h('p', { class: 'field-error', role: 'alert' }, error),
    h(Button, { kind: 'main', type: 'submit' }, w('change')),
  );
}

/** `onUser` is called once somebody is logged in. */
export function Login({ session, onUser }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState(null);
  const [busy, setBusy] = useState(false);
  const enter = async (event) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      me = (await login(name, password)).user;
      onUser();
    } catch (refused) {
      setError(refused.message);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };
  return h(
    'main',
    { class: 'login' },
    h(
      'form',
      { onSubmit: enter },
      h('h1', null, h('img', { src: '/page/icon.svg', alt: '', width: 36 }), 'Muster'),
      h('p', null, w('product')),
      h(Field, { label: w('name') }, h(Input, { value: name, onValue: setName, autocomplete: 'username', name: 'username', required: true, autofocus: true })),
      h(
        Field,
        { label: w('password') },
        h(Input, { value: password, onValue: setPassword, type: 'password', name: 'password', autocomplete: 'current-password', required: true }),
      ),
      error && h('p', { class: 'field-error', role: 'alert' }, error),
      h(Button, { kind: 'main', type: 'submit', disabled: busy }, busy ? w('entering') : w('enter')),
      session?.providers?.map((each) => h('a', { class: 'button', href: each.address, key: each.id }, each.name ?? w('oidc'))),
    ),
  );
}
