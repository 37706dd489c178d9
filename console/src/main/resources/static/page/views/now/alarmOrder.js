// Which alarm comes first, and what may be asked of it.

const LEVELS = ['blue', 'yellow', 'orange', 'red'];
/** SOS, people down and missing: never put aside (ISA-18.2 highly managed alarms, AQ 3064.3 7.2.2). The desk decides; this spares a refusal. */
const LIFE_SAFETY = ['sos', 'fall', 'evac_missing'];

export const isAside = (alarm) => ['shelved', 'suppressed', 'out_of_service'].includes(alarm.state);
export const isUnheard = (alarm) => alarm.state.endsWith('unacknowledged');
export const rankOf = (level) => LEVELS.indexOf(level);

/** Unacknowledged first, then the gravest, then the newest. */
export const byUrgency = (one, other) =>
  Number(isUnheard(other)) - Number(isUnheard(one)) ||
  rankOf(other.level) - rankOf(one.level) ||
  other.raised_at.localeCompare(one.raised_at) ||
  one.alarm_id.localeCompare(other.alarm_id);

/** Commands that make sense in its state, the next one first. */
export function commandsOf(alarm) {
  const gathering = alarm.kind === 'gathering';
  const holds = ['raised_unacknowledged', 'acknowledged'].includes(alarm.state);
  const all = [];
  if (isUnheard(alarm)) all.push('acknowledge');
  // Dispersal is confirmed by hand, with a reason (AQ 3064.3 5.2.3 c).
  if (gathering && alarm.state.startsWith('latched')) all.push('clear');
  if (!gathering && alarm.state === 'latched_acknowledged') all.push('reset');
  if (alarm.state === 'returned_unacknowledged') all.push('clear');
  if (gathering && holds && !alarm.approved) all.push('approve');
  if (holds && !LIFE_SAFETY.includes(alarm.kind)) all.push('shelve');
  all.push('comment');
  return all;
}

/** Whether the alarm shows that a command was carried out; `before` is the alarm when it was sent. */
export function isDone(command, before, alarm) {
  if (!alarm) return true;
  switch (command) {
    case 'acknowledge':
      return !isUnheard(alarm);
    case 'shelve':
      return alarm.state === 'shelved';
    case 'comment':
      return alarm.comments.length > before.comments.length || alarm.comments.at(-1)?.at !== before.comments.at(-1)?.at;
    case 'approve':
      return Boolean(alarm.approved);
    default:
      return false;
  }
}
