// A person who was clicked: who, where, how sure, with which tags, and where they were.

import { get, query } from '../../api.js';
import { isStale, serverNow } from '../../live.js';
import { may } from '../../session.js';
import { Button, h, span, time, useAnswer, useEffect, useState } from '../../ui.js';
import { word, words } from '../../words.js';
import { floorName, personName, zonesOf } from './about.js';
import { Alarms, Frame, Row } from './cardParts.js';

const w = words({
  department: ['部门', 'Department'],
  type: ['类型', 'Type'],
  post: ['岗位', 'Post'],
  position: ['位置', 'Position'],
  at: ['{technology} ±{accuracy} m', '{technology} ±{accuracy} m'],
  heard: ['更新', 'Heard'],
  ago: ['{span}前', '{span} ago'],
  zones: ['区域', 'Zones'],
  in_none: ['不在任何区域', 'in no zone'],
  since: ['自 {at}', 'since {at}'],
  tags: ['标签', 'Tags'],
  battery: ['电量 {n}%', 'battery {n} %'],
  unseen: ['此人当前没有位置', 'Nothing is known of where this person is now'],
  follow: ['跟踪', 'Follow'],
  following: ['停止跟踪', 'Stop following'],
  track: ['轨迹', 'Track'],
  m10: ['10 分钟', '10 min'],
  h1: ['1 小时', '1 h'],
  h8: ['8 小时', '8 h'],
  no_track: ['该时段没有轨迹', 'No track in that time'],
  points: ['{n} 个点', '{n} points'],
  playback: ['在回放中打开', 'Open in playback'],
  hide: ['隐藏', 'Hide'],
});

const SPANS = { m10: 10 * 60_000, h1: 3_600_000, h8: 8 * 3_600_000 };
const DEVICES_EVERY_MS = 30_000;

export function PersonCard({ site, id, state, follow, onFollow, onTrack, onClose, onAlarm, onZone }) {
  const person = state.people.get(id);
  const alarms = [...state.alarms.values()].filter((each) => each.trackable_ids.includes(id));
  const stale = person && isStale(person);
  return h(
    Frame,
    { title: personName(id), badge: person && h('span', { class: `badge ${stale ? 'is-stale' : 'is-live'}` }, word(stale ? 'stale' : 'live')), onClose, 'data-card': `person/${id}` },
    !person && h('p', { class: 'empty' }, w('unseen')),
    person &&
      h(
        'dl',
        { class: 'facts' },
        h(Row, { name: w('department') }, word(person.department)),
        h(Row, { name: w('type') }, word(person.person_type ?? 'unknown')),
        h(Row, { name: w('post') }, word(person.post)),
        h(Row, { name: w('position') }, positionText(person)),
        h(Row, { name: w('heard') }, w('ago', { span: span(serverNow() - person.heard) })),
        h(Row, { name: w('zones') }, h(Zones, { site, person, onZone })),
        h(Tags, { site, id }),
      ),
    h(Alarms, { alarms, onAlarm }),
    person && h('div', { class: 'buttons' }, h(Button, { kind: `small ${follow ? 'main' : ''}`, 'aria-pressed': String(follow), onClick: () => onFollow(!follow) }, follow ? w('following') : w('follow')), may('history') && h('a', { class: 'button small', href: `#/playback/${encodeURIComponent(id)}` }, w('playback'))),
    may('history') && h(Track, { site, id, onTrack }),
  );
}

const positionText = (person) =>
  [w('at', { technology: person.technology.toUpperCase(), accuracy: person.accuracy?.toFixed(1) ?? '?' }), person.floor != null && floorName(person.floor), `(${person.x.toFixed(1)}, ${person.y.toFixed(1)})`].filter(Boolean).join(' · ');

function Zones({ site, person, onZone }) {
  const key = [...person.fence_ids].sort().join();
  const { data, again } = useAnswer(`/sites/${site}/live/people/${encodeURIComponent(person.id)}`);
  useEffect(again, [key]);
  const since = new Map((data?.stays ?? []).map((each) => [each.fence_id, each.since]));
  const zones = zonesOf(person.fence_ids);
  if (!zones.length) return w('in_none');
  return zones.map((zone) =>
    h('div', { key: zone.id }, h('button', { type: 'button', class: 'link-button', onClick: () => onZone(zone.id) }, zone.name), since.has(zone.id) && h('small', null, ' ', w('since', { at: time(since.get(zone.id)) }))),
  );
}

function Tags({ site, id }) {
  const { data } = useAnswer(`/sites/${site}/live/devices`, { everyMs: DEVICES_EVERY_MS });
  const own = (data ?? []).filter((each) => each.person_id === id);
  if (!own.length) return null;
  return h(
    Row,
    { name: w('tags') },
    own.map((tag) =>
      h('div', { key: tag.id }, h('code', null, tag.id), ' ', h('small', null, [tag.battery_percent != null && w('battery', { n: tag.battery_percent }), tag.last_seen && w('ago', { span: span(serverNow() - Date.parse(tag.last_seen)) })].filter(Boolean).join(' · '))),
    ),
  );
}

function Track({ site, id, onTrack }) {
  const [chosen, choose] = useState(null);
  const [answer, setAnswer] = useState(null);
  useEffect(() => () => onTrack([]), []);
  const ask = async (key) => {
    choose(key);
    if (!key) {
      setAnswer(null);
      onTrack([]);
      return;
    }
    setAnswer({ text: w('loading') });
    try {
      const from = new Date(serverNow() - SPANS[key]).toISOString();
      const to = new Date(serverNow() + 1000).toISOString();
      const { points } = await get(`/sites/${site}/history/people/${encodeURIComponent(id)}/track${query({ from, to })}`);
      setAnswer({ text: points.length < 2 ? w('no_track') : w('points', { n: points.length }) });
      onTrack(points);
    } catch (refused) {
      setAnswer({ text: refused.message, isError: true });
    }
  };
  return h(
    'div',
    { class: 'track' },
    h('h3', null, w('track')),
    h(
      'div',
      { class: 'buttons' },
      Object.keys(SPANS).map((key) => h(Button, { key, kind: `small ${chosen === key ? 'main' : ''}`, 'data-track': key, onClick: () => ask(key) }, w(key))),
      chosen && h(Button, { kind: 'small', onClick: () => ask(null) }, w('hide')),
    ),
    answer && h('p', { class: answer.isError ? 'under field-error' : 'under', role: 'status' }, answer.text),
  );
}
