// Alarms that stand: what nobody acknowledged on top.

import { serverNow } from '../../live.js';
import { Button, Empty, Level, h, span, time, useClock, useEffect, useLanguage, useLive, useRef, useState } from '../../ui.js';
import { named, word, words } from '../../words.js';
import { placeOf, subjectOf } from './about.js';
import { AlarmDetails } from './alarmDetails.js';
import { byUrgency, isAside, isUnheard } from './alarmOrder.js';
import { Actions } from './actions.js';
import { Icon } from './icons.js';
import { useSound } from './sound.js';

const w = words({
  alarms: ['报警', 'Alarms'],
  unheard: ['{n} 条未确认', '{n} unacknowledged'],
  all_quiet: ['一切正常，没有报警', 'All is quiet: no alarm stands'],
  as_of: ['截至 {at}', 'as of {at}'],
  aside: ['已搁置或抑制 ({n})', 'Shelved or suppressed ({n})'],
  sound_off: ['声音已关闭，点击开启', 'Sound is off, switch on'],
  sound_on: ['声音已开启，点击关闭', 'Sound is on, switch off'],
  hush: ['静音', 'Silence'],
  approved: ['已批准', 'Approved'],
  by: ['{by} 已确认', 'by {by}'],
  until: ['至 {at}', 'until {at}'],
  on_map: ['在地图上查看', 'Show on the map'],
});

/** `open`: id of the alarm whose details are seen. */
export function AlarmList({ site, open, onOpen, onMap, onPerson, onZone }) {
  useLanguage();
  useClock(1000);
  const state = useLive(['alarms', 'people', 'plan', 'gatherings', 'link'], 300);
  const [folded, fold] = useState(true);
  const all = [...state.alarms.values()].sort(byUrgency);
  const standing = all.filter((each) => !isAside(each));
  const aside = all.filter(isAside);
  const unheard = standing.filter(isUnheard).length;
  const row = (alarm) => h(AlarmRow, { key: alarm.alarm_id, site, alarm, isOpen: open === alarm.alarm_id, onOpen, onMap, onPerson, onZone });
  return h(
    'section',
    { class: 'alarms', 'aria-label': w('alarms') },
    h(
      'header',
      null,
      h('h2', null, w('alarms'), h('span', { class: 'count' }, standing.length)),
      unheard > 0 && h('span', { class: 'unheard' }, w('unheard', { n: unheard })),
      h('span', { class: 'grow' }),
      h(Sound),
    ),
    h(
      'div',
      { class: 'list' },
      !standing.length &&
        state.link !== 'connecting' &&
        h('div', { class: 'quiet' }, h('strong', null, w('all_quiet')), h('time', null, w('as_of', { at: time(state.link === 'live' ? serverNow() : state.heardAt + state.skew) }))),
      !standing.length && state.link === 'connecting' && h(Empty, null, w('loading')),
      standing.map(row),
      aside.length > 0 &&
        h('button', { type: 'button', class: 'fold', 'aria-expanded': String(!folded), onClick: () => fold(!folded) }, folded ? '▸ ' : '▾ ', w('aside', { n: aside.length })),
      !folded && aside.map(row),
    ),
  );
}

function Sound() {
  const sound = useSound();
  return [
    sound.on && sound.waiting && h(Button, { kind: 'small', onClick: sound.hush }, w('hush')),
    h(
      Button,
      { kind: `small sound ${sound.on ? '' : 'off'}`, 'aria-pressed': String(sound.on), title: w(sound.on ? 'sound_on' : 'sound_off'), 'aria-label': w(sound.on ? 'sound_on' : 'sound_off'), onClick: sound.toggle },
      h(Icon, { name: sound.on ? 'sound' : 'silent' }),
      !sound.on && [' ', w('sound_off')],
    ),
  ];
}

function AlarmRow({ site, alarm, isOpen, onOpen, onMap, onPerson, onZone }) {
  const box = useRef(null);
  const place = placeOf(alarm);
  // Opened from a card, it may be far down.
  useEffect(() => {
    if (isOpen) box.current.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const toggle = () => onOpen(isOpen ? null : alarm);
  return h(
    'article',
    {
      ref: box,
      class: `alarm alarm-${alarm.level} ${isUnheard(alarm) ? 'is-unheard' : ''} ${isOpen ? 'is-open' : ''}`,
      'data-alarm-id': alarm.alarm_id,
      'data-state': alarm.state,
      'data-level': alarm.level,
    },
    h(
      'div',
      { class: 'alarm-head', role: 'button', tabIndex: 0, 'aria-expanded': String(isOpen), onClick: toggle, onKeyDown: (event) => event.key === 'Enter' && toggle() },
      h('div', { class: 'alarm-line' }, h(Level, { level: alarm.level }), h('strong', null, named(alarm.name, alarm.kind)), h('time', { title: time(alarm.raised_at, { date: true }) }, span(serverNow() - Date.parse(alarm.raised_at)))),
      h('div', { class: 'alarm-about' }, subjectOf(alarm)),
      place && h('div', { class: 'alarm-place' }, place),
      h('div', { class: 'alarm-state' }, stateText(alarm)),
    ),
    h(Actions, { site, alarm, all: isOpen }),
    isOpen && h('div', { class: 'on-map' }, h(Button, { onClick: () => onMap(alarm) }, w('on_map'))),
    isOpen && h(AlarmDetails, { alarm, onPerson, onZone }),
  );
}

function stateText(alarm) {
  return [
    word(alarm.state),
    alarm.acknowledged && w('by', { by: alarm.acknowledged.by }),
    alarm.state === 'shelved' && alarm.shelved_until && w('until', { at: time(alarm.shelved_until, { seconds: false }) }),
    alarm.approved && w('approved'),
  ]
    .filter(Boolean)
    .join(' · ');
}
