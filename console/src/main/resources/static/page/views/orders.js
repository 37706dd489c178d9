// What operators ordered beyond one alarm: silences, sources out of service, people let go, approvals.

import { get, post } from '../api.js';
import { kindName, kinds } from '../kinds.js';
import { Button, Empty, Fault, Field, Input, Select, Table, fromLocalInput, h, time, toLocalInput, useAnswer, useLive, useState } from '../ui.js';
import { words } from '../words.js';
import { Form, useAsking } from './admin/asking.js';

const w = words({
  new_order: ['新建命令', 'A new order'],
  silence: ['按类型静默', 'Silence kinds of alarms'],
  remove_from_service: ['停用报警', 'Take out of service'],
  release: ['确认人员已离开', 'Release a person who left'],
  what: ['命令', 'Order'],
  where: ['对象', 'About'],
  whole_site: ['整个厂区', 'The whole site'],
  kinds: ['报警类型（不选＝全部）', 'Kinds of alarms (none = all)'],
  until: ['截止时间', 'Until'],
  send: ['发出命令', 'Give the order'],
  silences: ['静默中', 'Silenced'],
  out_of_service: ['已停用', 'Out of service'],
  approvals: ['已批准的聚集', 'Approved gatherings'],
  shelved: ['已搁置的报警', 'Shelved alarms'],
  by: ['操作人', 'By'],
  since: ['开始', 'Since'],
  end: ['结束', 'End it'],
  alarm: ['报警', 'Alarm'],
  waiting: ['已发出，等待报警处理…', 'Sent, waiting for the alarm desk…'],
  accepted: ['已执行', 'Done'],
  refused: ['被拒绝：{detail}', 'Refused: {detail}'],
  unanswered: ['15 秒内没有答复', 'No answer within 15 s'],
  safety: ['一键报警与跌倒报警不会被静默。', 'SOS and fall alarms are never silenced.'],
  none: ['无', 'None'],
});

const HOUR_MS = 3_600_000;
const ANSWER_MS = 15_000;
const LOOK_MS = 700;
/** What ends an order of the list that it stands in. */
const ENDS = { silences: 'unsilence', out_of_service: 'return_to_service', approvals: 'unapprove' };

/** Sends, and waits for what the alarm desk makes of it. Throws its reason where it refuses. */
async function order(site, asked, told) {
  const { command_id: id } = await post(`/sites/${site}/commands`, asked);
  const end = Date.now() + ANSWER_MS;
  told(w('waiting'));
  while (Date.now() < end) {
    await new Promise((next) => setTimeout(next, LOOK_MS));
    const answer = await get(`/sites/${site}/commands/${id}`);
    if (answer.state === 'refused') throw new Error(w('refused', { detail: answer.detail ?? '' }));
    if (answer.state === 'accepted') {
      told(w('accepted'));
      return;
    }
  }
  told(w('unanswered'));
}

function useNames() {
  const { plan, people } = useLive(['plan', 'people'], 2000);
  return (target) => {
    if (target.type === 'fence') return plan?.zones.find((each) => each.id === target.id)?.name ?? target.id;
    if (target.type === 'trackable') return people.get(target.id)?.name ?? target.id;
    return target.type === 'site' ? w('whole_site') : target.id;
  };
}

function NewOrder({ site, onDone }) {
  const asking = useAsking();
  const { plan, people } = useLive(['plan'], 2000);
  const [values, setValues] = useState({ command: 'silence', target: '', kinds: [], reason: '', until: toLocalInput(Date.now() + HOUR_MS) });
  const [told, setTold] = useState(null);
  const set = (name) => (value) => setValues((before) => ({ ...before, [name]: value }));
  const ofPerson = values.command === 'release';
  const targets = ofPerson
    ? [...people.values()].map((each) => [each.id, each.name ?? each.id]).sort((a, b) => a[1].localeCompare(b[1], 'zh'))
    : [['', w('whole_site')], ...(plan?.zones ?? []).filter((each) => each.role !== 'beacon').map((each) => [each.id, each.name])];
  const send = async () => {
    setTold(null);
    const { command, kinds: chosen, reason } = values;
    const id = values.target || (ofPerson ? targets[0]?.[0] : '');
    const target = ofPerson ? { type: 'trackable', id } : id ? { type: 'fence', id } : { type: 'site', id: site };
    const until = command === 'silence' ? fromLocalInput(values.until) : undefined;
    if (await asking.ask(() => order(site, { command, target, reason, until, kinds: ofPerson || !chosen.length ? undefined : chosen }, setTold))) onDone();
    else setTold(null);
  };
  return h(
    'section',
    { class: 'panel' },
    h('h2', null, w('new_order')),
    h(
      Form,
      { asking, onSend: send, send: w('send') },
      h(
        'div',
        { class: 'row' },
        h(Field, { label: w('what') }, h(Select, { name: 'command', value: values.command, onValue: (value) => setValues({ ...values, command: value, target: '' }), options: ['silence', 'remove_from_service', 'release'].map((each) => [each, w(each)]) })),
        h(Field, { label: w('where') }, h(Select, { name: 'target', value: values.target, onValue: set('target'), options: targets })),
        values.command === 'silence' && h(Field, { label: w('until') }, h(Input, { type: 'datetime-local', name: 'until', required: true, value: values.until, onValue: set('until') })),
        h(Field, { label: w('reason') }, h(Input, { name: 'reason', required: true, value: values.reason, onValue: set('reason') })),
      ),
      !ofPerson &&
        h(
          Field,
          { label: w('kinds'), hint: w('safety') },
          h(
            'select',
            { name: 'kinds', multiple: true, size: 6, onChange: (event) => set('kinds')([...event.currentTarget.selectedOptions].map((each) => each.value)) },
            kinds().map((each) => h('option', { key: each, value: each, selected: values.kinds.includes(each) }, kindName(each))),
          ),
        ),
      told && h('p', { role: 'status' }, told),
    ),
  );
}

function Standing({ title, rows, name, onEnd }) {
  const columns = [
    { title: w('where'), cell: (each) => name(each.target) },
    { title: w('kinds').split(/[（(]/)[0], cell: (each) => each.kinds.map(kindName).join(', ') },
    { title: w('reason'), cell: (each) => each.reason ?? '' },
    { title: w('by'), cell: (each) => each.by },
    { title: w('since'), cell: (each) => time(each.since, { date: true }) },
    { title: w('until'), cell: (each) => (each.until ? time(each.until, { date: true }) : '–') },
    { title: '', cell: (each) => h(Button, { kind: 'small', onClick: () => onEnd(each) }, w('end')) },
  ];
  return h('section', { class: 'panel' }, h('h2', null, title), h(Table, { columns, rows, rowKey: (each) => each.command_id, empty: w('none') }));
}

export function View({ site }) {
  const answer = useAnswer(`/sites/${site}/standing`, { everyMs: 10_000 });
  const asking = useAsking();
  const name = useNames();
  const end = (list) => async (each) => {
    if (await asking.ask(() => order(site, { command: ENDS[list], target: each.target, kinds: each.kinds.length ? each.kinds : undefined }, () => {}))) answer.again();
  };
  const shelved = [
    { title: w('alarm'), cell: (each) => h('a', { href: `#/alarms/${each.alarm_id}` }, kindName(each.kind)) },
    { title: w('reason'), cell: (each) => each.reason ?? '' },
    { title: w('by'), cell: (each) => each.by ?? '' },
    { title: w('until'), cell: (each) => (each.until ? time(each.until, { date: true }) : '–') },
  ];
  return h(
    'div',
    { class: 'stack' },
    h(NewOrder, { site, onDone: answer.again }),
    (answer.error || asking.error) && h(Fault, { error: answer.error ?? asking.error, again: answer.error && answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && ['silences', 'out_of_service', 'approvals'].map((list) => h(Standing, { key: list, title: w(list), rows: answer.data[list], name, onEnd: end(list) })),
    answer.data && h('section', { class: 'panel' }, h('h2', null, w('shelved')), h(Table, { columns: shelved, rows: answer.data.shelved, rowKey: (each) => each.alarm_id, empty: w('none') })),
  );
}
