// Something that an administrator asks for, with its refusal beside it.

import { Button, Fault, h, useState } from '../../ui.js';
import { words } from '../../words.js';

const w = words({ busy: ['正在提交…', 'Sending…'] });

/** {busy, error, ask(doing)}: `doing` is asked once at a time; what it throws is shown by {@link Form}. Resolves to whether it was done. */
export function useAsking() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState(null);
  const ask = async (doing) => {
    setBusy(true);
    setError(null);
    try {
      await doing();
      return true;
    } catch (refused) {
      setError(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, ask };
}

/** A form that is sent by Enter or its button. `asking` of {@link useAsking}. */
export function Form({ asking, onSend, send, kind = 'main', children, disabled, more }) {
  const submit = (event) => {
    event.preventDefault();
    onSend();
  };
  return h(
    'form',
    { class: 'stack', onSubmit: submit },
    children,
    asking.error && h(Fault, { error: asking.error }),
    h('div', { class: 'row' }, more, h(Button, { kind, type: 'submit', disabled: disabled || asking.busy }, asking.busy ? w('busy') : send)),
  );
}
