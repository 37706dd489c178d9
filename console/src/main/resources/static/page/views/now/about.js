// What things are called, for a reader: people, zones, what an alarm is about.

import { live } from '../../live.js';
import { words } from '../../words.js';

const w = words({
  people: ['{n} 人', '{n} people'],
  one: ['1 人', '1 person'],
  of_limit: ['{n} 人，上限 {limit}', '{n} people, limit {limit}'],
  of_minimum: ['{n} 人，至少 {limit}', '{n} people, at least {limit}'],
  tag: ['标签 {id}', 'Tag {id}'],
  vendor: ['供应商 {id}', 'Vendor {id}'],
  floor: ['{n} 层', 'Floor {n}'],
});

const short = (id) => (id.length > 20 ? id.slice(0, 8) : id);

export const zoneOf = (id) => live().plan?.zones.find((each) => each.id === id) ?? null;
const zoneName = (id) => zoneOf(id)?.name ?? short(id);
/** Without the right to names a person is an id. */
export const personName = (id) => live().people.get(id)?.name ?? short(id);
export const floorName = (floor) => w('floor', { n: floor });
export const peopleCount = (n) => (n === 1 ? w('one') : w('people', { n }));

/** Ground that covers most of the plant says nothing of where. */
const areaOf = (zone) => Math.abs(zone.polygons.reduce((sum, [outer]) => sum + ringArea(outer), 0));
const ringArea = (ring) => ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2;

/** Zones by id, the smallest first, since it says best where. */
export const zonesOf = (ids) =>
  ids
    .map(zoneOf)
    .filter((zone) => zone && zone.role !== 'beacon')
    .sort((one, other) => areaOf(one) - areaOf(other));

/** Who or what an alarm is about, in a few words. */
export function subjectOf(alarm) {
  const { type, id } = alarm.subject;
  if (type === 'fence') return zoneName(id);
  if (type === 'trackable') return personName(id);
  if (type === 'vendor') return w('vendor', { id });
  if (type === 'provider') return alarm.trackable_ids.length ? personName(alarm.trackable_ids[0]) : w('tag', { id });
  return zonesOf(alarm.fence_ids)[0]?.name ?? peopleCount(alarm.trackable_ids.length);
}

/** Where, and how many: what stands under the subject. '' = nothing more is known. */
export function placeOf(alarm) {
  const parts = [];
  const zone = zonesOf(alarm.fence_ids)[0];
  if (zone && alarm.subject.type !== 'fence' && alarm.subject.type !== 'gathering') parts.push(zone.name);
  const { limit, observed } = alarm.rule ?? {};
  if (alarm.kind === 'over_capacity' && limit != null) parts.push(w('of_limit', { n: observed ?? alarm.trackable_ids.length, limit }));
  else if (alarm.kind === 'under_staffed' && limit != null) parts.push(w('of_minimum', { n: observed ?? 0, limit }));
  else if (alarm.trackable_ids.length > 1 || alarm.kind === 'gathering') parts.push(peopleCount(alarm.trackable_ids.length));
  return parts.join(' · ');
}

/** The floor on which an alarm is; null = on none of its own. */
export function floorOf(alarm) {
  const zone = alarm.subject.type === 'fence' ? zoneOf(alarm.subject.id) : null;
  if (zone) return zone.floor ?? null;
  const gathering = live().gatherings.get(alarm.subject.id);
  if (gathering) return gathering.floor ?? null;
  const person = alarm.trackable_ids.map((id) => live().people.get(id)).find(Boolean);
  return person?.floor ?? alarm.evidence?.fixes?.[0]?.floor ?? null;
}

/** What is shown on the map of an alarm: {type, id}, or null where it is about nothing there. */
export function thingOf(alarm) {
  const { type, id } = alarm.subject;
  if (type === 'fence') return { type: 'zone', id };
  if (type === 'gathering' && live().gatherings.has(id)) return { type: 'gathering', id };
  if (type === 'trackable') return { type: 'person', id };
  if (alarm.trackable_ids.length === 1) return { type: 'person', id: alarm.trackable_ids[0] };
  const zone = zonesOf(alarm.fence_ids)[0];
  return zone ? { type: 'zone', id: zone.id } : null;
}

/** [word, count] of a {word: count}, the most first. */
export const sorted = (counts) => Object.entries(counts ?? {}).sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
