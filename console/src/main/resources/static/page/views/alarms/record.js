// What an alarm record says, in words.

import { kindName } from '../../kinds.js';

/** The history keeps records as they were written: of older ones a list that was empty may be missing. */
export const alarmOf = (stored) => ({ reasons: [], fence_ids: [], trackable_ids: [], ...stored.document });

/** Withdrawn = the job took it back: it should not have been raised. */
export const stateOf = (stored) => (stored.withdrawn_at ? 'withdrawn' : stored.document.state);

/** Of a person or a zone the name; of a gathering, a tag or a vendor the best there is. */
export function subjectName(alarm, names) {
  const { type, id } = alarm.subject;
  if (type === 'trackable') return names.person(id);
  if (type === 'fence') return names.zone(id);
  if (type === 'gathering') return alarm.fence_ids.length ? names.zone(alarm.fence_ids[0]) : kindName('gathering');
  if (type === 'provider' && alarm.trackable_ids.length) return `${names.person(alarm.trackable_ids[0])} · ${id}`;
  return id;
}

/** Where the people of an alarm were when it was decided: [{id, x, y, floor}]. */
export const evidenceOf = (alarm) =>
  (alarm.evidence?.fixes ?? [])
    .filter((each) => each.position)
    .map((each) => ({ id: each.trackable_id, x: each.position.coordinates[0], y: each.position.coordinates[1], floor: each.floor }));
