// Everything that is known of an open alarm: when, why, by which rule, who did what.

import { h, time } from '../../ui.js';
import { word, words } from '../../words.js';
import { personName, zonesOf } from './about.js';

const w = words({
  onset: ['开始', 'Began'],
  raised: ['报警', 'Raised'],
  acknowledged: ['确认', 'Acknowledged'],
  returned: ['恢复', 'Returned'],
  escalated: ['升级', 'Escalated'],
  aside: ['搁置/抑制', 'Put aside'],
  approved: ['已批准', 'Approved'],
  by: ['{at} · {by}', '{at} · {by}'],
  until: ['至 {at}', 'until {at}'],
  most: ['最多 {n} 人', 'at most {n} people'],
  cause: ['原因：{id}', 'because of {id}'],
  zones: ['区域', 'Zones'],
  people: ['人员', 'People'],
  counts: ['人数', 'Head count'],
  counts_text: ['确定 {confirmed} · 信号中断 {stale} · 可能 {possible}', '{confirmed} confirmed · {stale} stale · {possible} possible'],
  reasons: ['提级依据', 'Why above its base level'],
  rule: ['规则', 'Rule'],
  limit: ['限值 {limit}', 'limit {limit}'],
  observed: ['实际 {observed}', 'observed {observed}'],
  plan: ['平面图版本', 'Plan version'],
  evidence: ['依据', 'Evidence'],
  fix: ['{who} ({x}, {y}) ±{accuracy} m', '{who} ({x}, {y}) ±{accuracy} m'],
  comments: ['备注', 'Comments'],
  priority: ['优先级', 'Priority'],
  id: ['编号', 'Id'],
  low: ['低', 'low'],
  medium: ['中', 'medium'],
  high: ['高', 'high'],
  critical: ['紧急', 'critical'],
  zone: ['位于较高风险区域', 'in a zone of higher risk'],
  zone_lasting: ['在较高风险区域持续', 'lasting in a zone of higher risk'],
  permit: ['临近特殊作业', 'beside work under permit'],
  gas: ['临近气体报警', 'beside a gas alarm'],
  count: ['人数', 'count'],
  duration: ['持续时间', 'duration'],
});

const REASONS = ['zone', 'zone_lasting', 'permit', 'gas', 'count', 'duration'];
const MOST_FIXES = 6;

/** A reason with its source, as the alarm desk wrote it: its first word in the language, the rest as it is. */
export const reasonText = (reason) => {
  const first = reason.split(/[ :(]/)[0];
  return REASONS.includes(first) ? `${w(first)}${reason.slice(first.length)}` : reason;
};

const act = (done) => done && [w('by', { at: time(done.at, { date: true }), by: done.by }), done.until && w('until', { at: time(done.until, { seconds: false }) }), done.reason].filter(Boolean).join(' · ');

export function AlarmDetails({ alarm, onPerson, onZone }) {
  const at = (value) => value && time(value, { date: true });
  const { rule } = alarm;
  const rows = [
    ['onset', at(alarm.onset_at)],
    ['raised', at(alarm.raised_at)],
    ['acknowledged', act(alarm.acknowledged)],
    ['returned', at(alarm.returned_at)],
    ['escalated', alarm.escalated && `${at(alarm.escalated.at)} · ${word(alarm.escalated.level)}`],
    ['aside', act(alarm.set_aside) || (alarm.suppressed_by && w('cause', { id: alarm.suppressed_by }))],
    ['approved', alarm.approved && [act(alarm.approved), alarm.approved.max_count && w('most', { n: alarm.approved.max_count })].filter(Boolean).join(' · ')],
    ['zones', zonesOf(alarm.fence_ids).length > 0 && zonesOf(alarm.fence_ids).map((zone) => h('button', { type: 'button', class: 'link-button', onClick: () => onZone(zone.id) }, zone.name))],
    ['people', alarm.trackable_ids.length > 0 && alarm.trackable_ids.map((id) => h('button', { type: 'button', class: 'link-button', 'data-member-id': id, onClick: () => onPerson(id) }, personName(id)))],
    ['counts', alarm.counts && alarm.counts.confirmed + alarm.counts.stale + alarm.counts.possible > 0 && w('counts_text', alarm.counts)],
    ['reasons', alarm.reasons.length > 0 && h('ul', null, alarm.reasons.map((each) => h('li', null, reasonText(each))))],
    ['rule', rule && [`${rule.id} v${rule.version}`, rule.limit != null && w('limit', rule), rule.observed != null && w('observed', rule)].filter(Boolean).join(' · ')],
    ['plan', alarm.plan_version],
    ['priority', alarm.priority && w(alarm.priority)],
    ['evidence', alarm.evidence?.fixes?.length > 0 && h('ul', null, alarm.evidence.fixes.slice(0, MOST_FIXES).map((fix) => h('li', null, fixText(fix))))],
    ['comments', alarm.comments.length > 0 && h('ul', null, alarm.comments.map((each) => h('li', null, `${time(each.at)} · ${each.by}: ${each.text}`)))],
    ['id', h('code', null, alarm.alarm_id)],
  ];
  return h(
    'dl',
    { class: 'details' },
    rows.filter(([, value]) => value).map(([key, value]) => h('div', { key, 'data-detail': key }, h('dt', null, w(key)), h('dd', null, value))),
  );
}

function fixText({ trackable_id: id, provider_id: tag, position, accuracy, timestamp_generated: at }) {
  const [x, y] = position?.coordinates ?? [];
  return [
    time(at),
    x === undefined ? personName(id) : w('fix', { who: personName(id), x: x.toFixed(1), y: y.toFixed(1), accuracy: accuracy?.toFixed(1) ?? '?' }),
    tag,
  ]
    .filter(Boolean)
    .join(' · ');
}
