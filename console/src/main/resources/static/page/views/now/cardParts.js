// What the cards of people, zones and gatherings are made of.

import { Button, Level, h } from '../../ui.js';
import { named, word, words } from '../../words.js';
import { personName } from './about.js';
import { byUrgency } from './alarmOrder.js';

const w = words({
  open_alarms: ['未解除报警', 'Open alarms'],
});

export const Frame = ({ title, badge, onClose, children, ...rest }) =>
  h(
    'aside',
    { class: 'card', ...rest },
    h('header', null, h('h2', null, title), badge, h('span', { class: 'grow' }), h(Button, { kind: 'plain', 'aria-label': w('close'), onClick: onClose }, '✕')),
    h('div', { class: 'card-body' }, children),
  );

export const Row = ({ name, children }) => (children === null || children === undefined || children === false || children === '' ? null : h('div', null, h('dt', null, name), h('dd', null, children)));

/** People as buttons, by name. */
export const People = ({ ids, onPerson, state }) =>
  h(
    'ul',
    { class: 'people-list' },
    ids.map((id) => {
      const person = state.people.get(id);
      return h(
        'li',
        { key: id },
        h('button', { type: 'button', class: 'link-button', 'data-member-id': id, onClick: () => onPerson(id) }, personName(id)),
        h('small', null, [person?.department, person && word(person.person_type ?? 'unknown')].filter(Boolean).map(word).join(' · ')),
      );
    }),
  );

export function Alarms({ alarms, onAlarm }) {
  if (!alarms.length) return null;
  return h(
    'div',
    null,
    h('h3', null, w('open_alarms')),
    h(
      'ul',
      { class: 'card-alarms' },
      alarms.sort(byUrgency).map((each) =>
        h(
          'li',
          { key: each.alarm_id },
          h('button', { type: 'button', class: 'link-button', onClick: () => onAlarm(each) }, h(Level, { level: each.level }), ' ', named(each.name, each.kind)),
          h('small', null, word(each.state)),
        ),
      ),
    ),
  );
}
