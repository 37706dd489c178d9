// The small parts that every view is made of.

import { Fragment, h, render } from 'preact';
import { useCallback, useEffect, useErrorBoundary, useMemo, useRef, useState } from 'preact/hooks';
import { get } from './api.js';
import { live, onLive } from './live.js';
import { language, onLanguage, word, words } from './words.js';

export { Fragment, h, render, useCallback, useEffect, useErrorBoundary, useMemo, useRef, useState };

const w = words({});

/** Draws anew when one of these parts of what is live changes; at most once in `everyMs`. Returns the live state. */
export function useLive(parts, everyMs = 0) {
  const [, draw] = useState(0);
  useEffect(() => {
    let timer = 0;
    const stop = onLive((changed) => {
      if (timer || !parts.some((each) => changed.has(each))) return;
      timer = setTimeout(() => {
        timer = 0;
        draw((n) => n + 1);
      }, everyMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return live();
}

/** Draws anew when the language changes. */
export function useLanguage() {
  const [now, set] = useState(language());
  useEffect(() => onLanguage(set), []);
  return now;
}

/** Draws anew each so many ms, for ages. */
export function useClock(everyMs = 1000) {
  const [now, set] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => set(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

/** The answer to a question: {data, error, loading, again}. `path` null = none yet; asked anew when it changes, and each `everyMs` if given. */
export function useAnswer(path, { everyMs } = {}) {
  const [answer, set] = useState({ data: null, error: null, loading: path !== null });
  const [round, again] = useState(0);
  useEffect(() => {
    if (path === null) {
      set({ data: null, error: null, loading: false });
      return undefined;
    }
    const stop = new AbortController();
    set((before) => ({ ...before, loading: true }));
    get(path, { signal: stop.signal }).then(
      (data) => set({ data, error: null, loading: false }),
      (error) => error.name !== 'AbortError' && set((before) => ({ data: before.data, error, loading: false })),
    );
    const timer = everyMs ? setTimeout(() => again((n) => n + 1), everyMs) : 0;
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [path, round, everyMs]);
  return { ...answer, again: () => again((n) => n + 1) };
}

export const Button = ({ kind = '', children, ...rest }) =>
  h('button', { type: 'button', class: `button ${kind}`, ...rest }, children);

export const Field = ({ label, children, hint, error }) =>
  h(
    'label',
    { class: 'field' },
    h('span', { class: 'field-label' }, label),
    children,
    hint && h('small', null, hint),
    error && h('small', { class: 'field-error', role: 'alert' }, error),
  );

export const Select = ({ value, onValue, options, ...rest }) =>
  h(
    'select',
    { value, onChange: (event) => onValue(event.currentTarget.value), ...rest },
    options.map(([key, text]) => h('option', { key, value: key }, text)),
  );

export const Input = ({ value, onValue, ...rest }) =>
  h('input', { value, onInput: (event) => onValue(event.currentTarget.value), ...rest });

/** What stands where there is nothing, or a fault. */
export const Empty = ({ children }) => h('p', { class: 'empty' }, children ?? w('none_here'));

export const Fault = ({ error, again }) =>
  h(
    'div',
    { class: 'fault', role: 'alert' },
    h('p', null, error.message),
    error.problem?.errors?.length > 0 && h('ul', null, error.problem.errors.map((each) => h('li', null, String(each)))),
    again && h(Button, { onClick: again }, w('retry')),
  );

/** `columns`: [{key, title, cell(row), class}]; sorted as the rows come. */
export function Table({ columns, rows, rowKey, onRow, chosen, empty }) {
  if (!rows.length) return h(Empty, null, empty);
  return h(
    'div',
    { class: 'table-box' },
    h(
      'table',
      { class: onRow ? 'choosable' : '' },
      h('thead', null, h('tr', null, columns.map((each) => h('th', { class: each.class, scope: 'col' }, each.title)))),
      h(
        'tbody',
        null,
        rows.map((row) =>
          h(
            'tr',
            {
              key: rowKey(row),
              class: chosen !== undefined && chosen === rowKey(row) ? 'chosen' : '',
              tabIndex: onRow ? 0 : undefined,
              onClick: onRow && (() => onRow(row)),
              onKeyDown: onRow && ((event) => event.key === 'Enter' && onRow(row)),
            },
            columns.map((each) => h('td', { class: each.class }, each.cell ? each.cell(row) : row[each.key])),
          ),
        ),
      ),
    ),
  );
}

/** A window over the page: Escape and the cross close it; the first field has the cursor. */
export function Dialog({ title, onClose, children, wide }) {
  const box = useRef(null);
  useEffect(() => {
    box.current.showModal();
    box.current.querySelector('input, textarea, select')?.focus();
  }, []);
  return h(
    'dialog',
    { ref: box, class: wide ? 'wide' : '', onCancel: onClose, onClose },
    h('header', null, h('h2', null, title), h(Button, { kind: 'plain', 'aria-label': w('close'), onClick: onClose }, '✕')),
    children,
  );
}

/** A coloured word for a level: its text as well, so that nobody has to tell colours apart. */
export const Level = ({ level }) => h('span', { class: `level level-${level}` }, word(level));

const two = (n) => String(n).padStart(2, '0');

/** Local time of the browser. */
export function time(value, { seconds = true, date = false } = {}) {
  if (!value) return '';
  const at = new Date(value);
  const clock = `${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ''}`;
  return date ? `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${clock}` : clock;
}

/** How long, as 42 s, 3:07, 2:15:00. */
export function span(ms) {
  const s = Math.max(0, Math.floor(ms / 1000));
  if (s < 60) return `${s} s`;
  const rest = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return s < 3600 ? rest.replace(/^0/, '') : `${Math.floor(s / 3600)}:${rest}`;
}

/** For <input type=datetime-local>, and back to ISO 8601 in UTC. */
export const toLocalInput = (at) => {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
};
export const fromLocalInput = (value) => (value ? new Date(value).toISOString() : null);
