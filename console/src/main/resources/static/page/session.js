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

export async function logout() {
  await post('/logout');
  me = null;
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
      session?.oidc?.length > 0 &&
        session.oidc.map((each) => h('a', { class: 'button', href: each.address, key: each.address }, each.name ?? w('oidc'))),
    ),
  );
}
