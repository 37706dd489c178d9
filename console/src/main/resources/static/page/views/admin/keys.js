// Keys with which vendors and other systems come to the omlox Hub of a site.

import { del, post } from '../../api.js';
import { Button, Empty, Fault, Field, Input, Table, h, time, useAnswer, useState } from '../../ui.js';
import { words } from '../../words.js';
import { Form, useAsking } from './asking.js';

const w = words({
  title: ['厂商密钥（omlox Hub 接口）', 'Vendor keys (omlox Hub)'],
  vendor: ['厂商', 'Vendor'],
  name: ['用途', 'What for'],
  scopes: ['权限', 'Scopes'],
  write: ['写入定位', 'write positions'],
  read: ['读取', 'read'],
  names: ['姓名', 'names'],
  created: ['创建', 'Made'],
  state: ['状态', 'State'],
  stands: ['有效', 'stands'],
  revoked: ['已吊销 {at}', 'revoked {at}'],
  make: ['生成密钥', 'Make a key'],
  revoke: ['吊销', 'Revoke'],
  once: ['密钥（仅显示一次，请立即保存）：', 'The key, shown this once: '],
  none: ['尚无密钥', 'No keys yet'],
});

const SCOPES = ['write', 'read', 'names'];

function Make({ site, onMade }) {
  const asking = useAsking();
  const [values, setValues] = useState({ vendor: '', name: '', scopes: ['write'] });
  const [token, setToken] = useState(null);
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const make = () =>
    asking.ask(async () => {
      setToken((await post('/vendors', { site, ...values })).token);
      onMade();
    });
  return h(
    Form,
    { asking, onSend: make, send: w('make') },
    h(
      'div',
      { class: 'row' },
      h(Field, { label: w('vendor') }, h(Input, { name: 'vendor', required: true, value: values.vendor, onValue: set('vendor') })),
      h(Field, { label: w('name') }, h(Input, { name: 'name', required: true, value: values.name, onValue: set('name') })),
      SCOPES.map((each) =>
        h(
          'label',
          { class: 'check', key: each },
          h('input', {
            type: 'checkbox',
            checked: values.scopes.includes(each),
            onChange: (event) => set('scopes')(event.currentTarget.checked ? [...values.scopes, each] : values.scopes.filter((one) => one !== each)),
          }),
          w(each),
        ),
      ),
    ),
    token && h('p', { role: 'status' }, w('once'), h('code', null, token)),
  );
}

export function Keys({ site }) {
  const asking = useAsking();
  const answer = useAnswer('/vendors');
  if (!answer.data) return answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'));
  const revoke = async (id) => {
    if (await asking.ask(() => del(`/vendors/${id}`))) answer.again();
  };
  const columns = [
    { title: w('vendor'), cell: (each) => each.vendor },
    { title: w('name'), cell: (each) => each.name },
    { title: w('scopes'), cell: (each) => each.scopes.map((one) => w(one)).join(', ') },
    { title: w('created'), cell: (each) => `${time(each.created_at, { date: true })} ${each.created_by}` },
    { title: w('state'), cell: (each) => (each.revoked_at ? w('revoked', { at: time(each.revoked_at, { date: true }) }) : w('stands')) },
    { title: '', cell: (each) => !each.revoked_at && h(Button, { kind: 'small danger', onClick: () => revoke(each.id) }, w('revoke')) },
  ];
  return h(
    'section',
    { class: 'panel stack' },
    h('h2', null, w('title')),
    h(Make, { site, onMade: answer.again }),
    asking.error && h(Fault, { error: asking.error }),
    h(Table, { columns, rows: answer.data.filter((each) => each.site === site), rowKey: (each) => each.id, empty: w('none') }),
  );
}
