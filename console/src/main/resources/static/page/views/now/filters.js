// Who is on the map: a legend that filters, and a search.

import { LEGEND, TYPES, typeOf } from '../../map/dots.js';
import { isStale } from '../../live.js';
import { may } from '../../session.js';
import { Select, h, useClock, useLanguage, useLive, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { personName } from './about.js';

const w = words({
  all_departments: ['部门：全部', 'Dept.: all'],
  all_states: ['状态：全部', 'State: all'],
  only_live: ['仅在线', 'Live only'],
  only_stale: ['仅信号中断', 'Stale only'],
  by_name: ['按姓名或编号查找', 'Find by name or id'],
  by_id: ['按编号查找', 'Find by id'],
  department: ['部门', 'Department'],
  state: ['状态', 'State'],
  nobody: ['没有找到', 'Nobody found'],
  more: ['还有 {n} 人', '{n} more'],
  hidden: ['{n} 人被筛选隐藏', '{n} hidden by filters'],
  show_all: ['显示全部', 'Show all'],
});

const MOST_FOUND = 12;

export const NO_FILTER = { hidden: [], department: '', state: '' };

/** Whether a person passes. */
export const matcher = ({ hidden, department, state }) => (person) =>
  !hidden.includes(typeOf(person)) &&
  (!department || (person.department ?? 'unknown') === department) &&
  (!state || (state === 'stale') === isStale(person));

const Shape = ({ type }) => h('svg', { viewBox: '0 0 16 16', width: 14, height: 14, 'aria-hidden': 'true' }, h('path', { d: LEGEND[type].d, fill: LEGEND[type].colour }));

/** The legend: each type with its number; a click takes it off the map or back. */
export function Filters({ filter, onFilter }) {
  useLanguage();
  const state = useLive(['people'], 1000);
  const people = [...state.people.values()];
  const counts = Object.fromEntries(TYPES.map((each) => [each, 0]));
  people.forEach((each) => (counts[typeOf(each)] += 1));
  const departments = [...new Set(people.map((each) => each.department ?? 'unknown'))].sort();
  const matches = matcher(filter);
  const hidden = people.filter((each) => !matches(each)).length;
  const toggle = (type) => onFilter({ ...filter, hidden: filter.hidden.includes(type) ? filter.hidden.filter((each) => each !== type) : [...filter.hidden, type] });
  return h(
    'div',
    { class: 'filters' },
    TYPES.filter((type) => type !== 'unknown' || counts.unknown > 0).map((type) =>
      h(
        'button',
        { type: 'button', key: type, class: 'chip', 'aria-pressed': String(!filter.hidden.includes(type)), 'data-type': type, onClick: () => toggle(type) },
        h(Shape, { type }),
        h('span', null, word(type)),
        h('b', null, counts[type]),
      ),
    ),
    h(Select, {
      value: filter.department,
      'aria-label': w('department'),
      onValue: (department) => onFilter({ ...filter, department }),
      options: [['', w('all_departments')], ...departments.map((each) => [each, word(each)])],
    }),
    h(Select, {
      value: filter.state,
      'aria-label': w('state'),
      onValue: (next) => onFilter({ ...filter, state: next }),
      options: [['', w('all_states')], ['live', w('only_live')], ['stale', w('only_stale')]],
    }),
    hidden > 0 && h('button', { type: 'button', class: 'chip warn', onClick: () => onFilter(NO_FILTER) }, w('hidden', { n: hidden }), ' · ', w('show_all')),
  );
}

/** By a part of the name or the id; the first of the list with Enter. */
export function Search({ onPerson }) {
  useLanguage();
  useClock(2000);
  const [text, setText] = useState('');
  const state = useLive(['people'], 1000);
  const wanted = text.trim().toLowerCase();
  const found = wanted ? [...state.people.values()].filter((each) => each.id.toLowerCase().includes(wanted) || each.name?.toLowerCase().includes(wanted)) : [];
  const choose = (id) => {
    setText('');
    onPerson(id);
  };
  return h(
    'div',
    { class: 'find' },
    h('input', {
      type: 'search',
      placeholder: may('names') ? w('by_name') : w('by_id'),
      'aria-label': may('names') ? w('by_name') : w('by_id'),
      value: text,
      onInput: (event) => setText(event.currentTarget.value),
      onKeyDown: (event) => {
        if (event.key === 'Enter' && found.length) choose(found[0].id);
        if (event.key === 'Escape') setText('');
      },
    }),
    wanted &&
      h(
        'ul',
        { class: 'found' },
        found.slice(0, MOST_FOUND).map((each) =>
          h(
            'li',
            { key: each.id },
            h(
              'button',
              { type: 'button', 'data-person-id': each.id, onClick: () => choose(each.id) },
              h(Shape, { type: typeOf(each) }),
              h('span', null, personName(each.id)),
              h('small', null, [word(each.department), isStale(each) && word('stale')].filter(Boolean).join(' · ')),
            ),
          ),
        ),
        found.length > MOST_FOUND && h('li', { class: 'empty' }, w('more', { n: found.length - MOST_FOUND })),
        !found.length && h('li', { class: 'empty' }, w('nobody')),
      ),
  );
}
