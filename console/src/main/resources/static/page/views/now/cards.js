// Cards of what was clicked on the map: a zone, a gathering; that of a person is in personCard.js.

import { serverNow } from '../../live.js';
import { Level, h, span, time, useClock, useLive } from '../../ui.js';
import { word, words } from '../../words.js';
import { floorName, peopleCount, personName, sorted, zonesOf, zoneOf } from './about.js';
import { reasonText } from './alarmDetails.js';
import { Alarms, Frame, People, Row } from './cardParts.js';
import { Bars } from './counts.js';
import { PersonCard } from './personCard.js';

const w = words({
  hazards: ['危险', 'Hazards'],
  hazardous_process: ['危险工艺', 'hazardous process'],
  flammable_explosive: ['易燃易爆', 'flammable or explosive'],
  toxic: ['有毒有害', 'toxic'],
  limit: ['限员', 'Limit'],
  minimum: ['最少人数', 'Minimum'],
  inside: ['区域内', 'Inside'],
  nobody: ['无人', 'Nobody'],
  gathering: ['人员聚集', 'Gathering'],
  since: ['开始', 'Since'],
  members: ['成员', 'Members'],
  reasons: ['提级依据', 'Why above its base level'],
  radius: ['半径', 'Radius'],
  zones: ['区域', 'Zones'],
  peak: ['最多', 'Peak'],
  prewarning: ['预警，尚未形成报警', 'Pre-warning, no alarm yet'],
  gone: ['已不在地图上', 'No longer on the map'],
  by_department: ['部门', 'Department'],
  by_type: ['类型', 'Type'],
  by_post: ['岗位', 'Post'],
  stale_count: ['{n} 人（{stale} 人信号中断）', '{n} ({stale} stale)'],
});

export function Card(props) {
  const { chosen } = props;
  useClock(1000);
  const state = useLive(['people', 'alarms', 'gatherings', 'headcounts', 'plan'], 500);
  const Kind = { person: PersonCard, zone: ZoneCard, gathering: GatheringCard }[chosen.type];
  return h(Kind, { key: `${chosen.type}/${chosen.id}`, ...props, id: chosen.id, state });
}

function ZoneCard({ id, state, onClose, onPerson, onAlarm }) {
  const zone = zoneOf(id);
  if (!zone) return h(Frame, { title: id, onClose }, w('gone'));
  const count = state.headcounts?.zones.find((each) => each.fence_id === id);
  const inside = [...state.people.values()]
    .filter((each) => each.fence_ids.includes(id))
    .map((each) => each.id)
    .sort((one, other) => personName(one).localeCompare(personName(other)));
  const alarms = [...state.alarms.values()].filter((each) => each.subject.id === id || each.fence_ids.includes(id));
  const counted = count?.counted ?? inside.length;
  return h(
    Frame,
    { title: zone.name, badge: zone.risk_colour && h(Level, { level: zone.risk_colour }), onClose, 'data-card': `zone/${id}` },
    h(
      'div',
      { class: `total ${count?.over_by > 0 ? 'is-over' : ''}` },
      h('span', { class: 'total-number' }, counted, zone.limit != null && h('small', null, ` / ${zone.limit}`)),
      h('div', null, h('strong', null, word(zone.role)), count?.stale > 0 && h('small', null, w('stale_count', { n: counted, stale: count.stale }))),
    ),
    h(
      'dl',
      { class: 'facts' },
      h(Row, { name: w('limit') }, zone.limit),
      h(Row, { name: w('minimum') }, zone.minimum),
      h(Row, { name: w('hazards') }, zone.hazards.map((each) => w(each)).join(' · ')),
      h(Row, { name: w('floor') }, zone.floor != null && floorName(zone.floor)),
    ),
    h(Alarms, { alarms, onAlarm }),
    count && counted > 0 && [
      h('h3', null, w('by_department')),
      h(Bars, { counts: count.by_department, of: counted }),
      h('h3', null, w('by_type')),
      h(Bars, { counts: count.by_person_type, of: counted }),
      sorted(count.by_post).some(([post]) => post !== 'unknown') && [h('h3', null, w('by_post')), h(Bars, { counts: count.by_post, of: counted })],
    ],
    h('h3', null, w('inside')),
    inside.length ? h(People, { ids: inside, onPerson, state }) : h('p', { class: 'empty' }, w('nobody')),
  );
}

function GatheringCard({ id, state, onClose, onPerson, onAlarm }) {
  const gathering = state.gatherings.get(id);
  if (!gathering) return h(Frame, { title: w('gathering'), onClose }, h('p', { class: 'empty' }, w('gone')));
  const alarms = [...state.alarms.values()].filter((each) => each.subject.id === id);
  const zones = zonesOf(gathering.fence_ids);
  return h(
    Frame,
    { title: `${w('gathering')} · ${peopleCount(gathering.count)}`, badge: gathering.level && h(Level, { level: gathering.level }), onClose, 'data-card': `gathering/${id}` },
    h(
      'dl',
      { class: 'facts' },
      h(Row, { name: w('since') }, `${time(gathering.start_time)} · ${span(serverNow() - Date.parse(gathering.start_time))}`),
      h(Row, { name: w('peak') }, peopleCount(gathering.peak_count)),
      h(Row, { name: w('radius') }, gathering.radius != null && `${gathering.radius.toFixed(1)} m`),
      h(Row, { name: w('zones') }, zones.map((each) => each.name).join(' · ')),
      h(Row, { name: w('reasons') }, gathering.reasons.map(reasonText).join(' · ')),
    ),
    !alarms.length && gathering.gathering_type === 'gathering_start' && h('p', null, w('prewarning')),
    h(Alarms, { alarms, onAlarm }),
    h('h3', null, w('members')),
    h(People, { ids: gathering.members.map((each) => each.id), onPerson, state }),
  );
}
