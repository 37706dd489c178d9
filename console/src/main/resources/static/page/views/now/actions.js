// What one can do about an alarm: one click for what is done every time, a small form for what wants a reason.

import { Button, Dialog, Field, Input, fromLocalInput, h, toLocalInput, useState } from '../../ui.js';
import { serverNow } from '../../live.js';
import { may } from '../../session.js';
import { words } from '../../words.js';
import { subjectOf } from './about.js';
import { commandsOf, isUnheard } from './alarmOrder.js';
import { forget, send, useCommand } from './commands.js';

const w = words({
  acknowledge: ['确认', 'Acknowledge'],
  reset: ['复位', 'Reset'],
  clear: ['解除', 'Clear'],
  disperse: ['确认疏散', 'Confirm dispersal'],
  shelve: ['搁置', 'Shelve'],
  comment: ['备注', 'Comment'],
  approve: ['批准聚集', 'Approve gathering'],
  until: ['截至', 'Until'],
  max_count: ['最多人数（可不填）', 'At most so many people (optional)'],
  send: ['发送', 'Send'],
  sending: ['发送中…', 'Sending…'],
  sent: ['已发送…', 'Sent…'],
  slow: ['已发送，5 秒内尚未得到答复；报警任务运行后会处理', 'Sent, no answer within 5 s yet; it is carried out when the alarm job runs'],
  refused: ['未执行“{what}”：{why}', 'Not done ({what}): {why}'],
  dismiss: ['知道了', 'Dismiss'],
  remark: ['内容', 'Text'],
});

const WITH_FORM = ['shelve', 'clear', 'comment', 'approve'];
const WITH_END = ['shelve', 'approve'];
const HALF_AN_HOUR_MS = 30 * 60_000;

const label = (command, alarm) => (command === 'clear' && alarm.kind === 'gathering' ? w('disperse') : w(command));

/** `all`: every command that makes sense, else only the next one. Nothing without the right to act. */
export function Actions({ site, alarm, all }) {
  const [asking, ask] = useState(null);
  const command = useCommand(alarm.alarm_id);
  if (!may('act')) return null;
  // What was not answered may be asked again.
  const busy = command?.state === 'sending' || command?.state === 'sent';
  const wanted = commandsOf(alarm);
  const shown = all ? wanted : wanted.slice(0, 1).filter((each) => each !== 'comment' && each !== 'shelve' && each !== 'approve');
  return h(
    'div',
    { class: 'actions', onClick: (event) => event.stopPropagation() },
    shown.length > 0 &&
      h(
        'div',
        { class: 'buttons' },
        shown.map((each, i) =>
          h(
            Button,
            {
              key: each,
              kind: i === 0 && (each === 'acknowledge' || each === 'clear' || each === 'reset') ? `act ${isUnheard(alarm) ? 'main' : ''}` : 'small',
              'data-command': each,
              disabled: busy,
              onClick: () => (WITH_FORM.includes(each) ? ask(each) : send(site, alarm, { command: each })),
            },
            label(each, alarm),
          ),
        ),
      ),
    command && h(Under, { alarm, command }),
    asking && h(Form, { site, alarm, command: asking, onClose: () => ask(null) }),
  );
}

/** What became of the command, beside its alarm. */
function Under({ alarm, command }) {
  if (command.state !== 'refused') return h('p', { class: 'under', role: 'status' }, w(command.state));
  return h(
    'p',
    { class: 'under field-error', role: 'alert' },
    w('refused', { what: label(command.command, alarm), why: command.message }),
    ' ',
    h(Button, { kind: 'small', onClick: () => forget(alarm.alarm_id) }, w('dismiss')),
  );
}

function Form({ site, alarm, command, onClose }) {
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(toLocalInput(serverNow() + HALF_AN_HOUR_MS));
  const [most, setMost] = useState('');
  const submit = (event) => {
    event.preventDefault();
    send(site, alarm, {
      command,
      reason,
      until: WITH_END.includes(command) ? fromLocalInput(until) : undefined,
      max_count: command === 'approve' && most ? Number(most) : undefined,
    });
    onClose();
  };
  return h(
    Dialog,
    { title: `${label(command, alarm)} · ${subjectOf(alarm)}`, onClose },
    h(
      'form',
      { onSubmit: submit },
      h(
        Field,
        { label: command === 'comment' ? w('remark') : w('reason') },
        h('textarea', { name: 'reason', rows: 3, required: true, maxLength: 1000, value: reason, onInput: (event) => setReason(event.currentTarget.value) }),
      ),
      WITH_END.includes(command) &&
        h(
          Field,
          { label: w('until') },
          h(Input, { type: 'datetime-local', name: 'until', required: true, value: until, min: toLocalInput(serverNow() + 60_000), onValue: setUntil }),
        ),
      command === 'approve' && h(Field, { label: w('max_count') }, h(Input, { type: 'number', name: 'max_count', min: 1, value: most, onValue: setMost })),
      h('div', { class: 'row' }, h(Button, { onClick: onClose }, w('cancel')), h(Button, { kind: 'main', type: 'submit' }, w('send'))),
    ),
  );
}
