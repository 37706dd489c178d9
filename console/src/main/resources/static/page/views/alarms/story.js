// The whole story of one alarm: what it was about, what became of it, who did what and why.

import { Dialog, Empty, Fault, Level, h, span, time, useAnswer, useLive, useMemo } from '../../ui.js';
import { kindName } from '../../kinds.js';
import { PeopleMap, extentAround } from '../../map/peopleMap.js';
import { word, words } from '../../words.js';
import { alarmOf, evidenceOf, stateOf, subjectName } from './record.js';

const w = words({
  title: ['报警详情', 'Alarm'],
  state: ['状态', 'State'],
  about: ['对象', 'About'],
  zones: ['区域', 'Zones'],
  onset: ['开始', 'Began'],
  raised: ['报警', 'Raised'],
  acknowledged: ['确认', 'Acknowledged'],
  returned: ['恢复', 'Returned'],
  cleared: ['解除', 'Cleared'],
  withdrawn: ['撤回', 'Withdrawn'],
  after: ['{time} 后', 'after {time}'],
  by: ['操作人 {by}', 'by {by}'],
  rule: ['判定', 'Decided'],
  observed: ['实测 {observed}，限值 {limit}', '{observed}, limit {limit}'],
  n_people: ['{n} 人', '{n} people'],
  reasons: ['升级原因', 'Reasons'],
  people: ['相关人员', 'People'],
  changes: ['变化过程', 'What became of it'],
  commands: ['操作记录', 'What people did'],
  no_commands: ['无人操作', 'Nobody did anything'],
  track: ['回放该时段', 'Play this time'],
  gathering: ['回放聚集', 'Play the gathering'],
  map: ['报警时人员位置', 'Where people were when it was decided'],
  acknowledge: ['确认', 'Acknowledge'],
  shelve: ['搁置', 'Shelve'],
  unshelve: ['取消搁置', 'Unshelve'],
  silence: ['静默', 'Silence'],
  unsilence: ['取消静默', 'Unsilence'],
  reset: ['复位', 'Reset'],
  clear: ['解除', 'Clear'],
  release: ['放行', 'Release'],
  comment: ['备注', 'Comment'],
  approve: ['批准聚集', 'Approve'],
  unapprove: ['撤销批准', 'Unapprove'],
  remove_from_service: ['停用', 'Remove from service'],
  return_to_service: ['恢复使用', 'Return to service'],
});

const AROUND_MS = 5 * 60_000;
const full = (at) => time(at, { date: true });

function Fact({ name, children }) {
  return children ? [h('dt', null, w(name)), h('dd', null, children)] : null;
}

const since = (alarm, at) => (at ? ` (${w('after', { time: span(Date.parse(at) - Date.parse(alarm.raised_at)) })})` : '');
const who = (act) => (act ? [` · ${w('by', { by: act.by })}`, act.reason && h('q', null, act.reason)] : null);

/** What rules measure and hold against a limit; of other kinds the figures mean nothing to a reader. */
const MEASURED = {
  over_capacity: (n) => w('n_people', { n }),
  under_staffed: (n) => w('n_people', { n }),
  off_post: (n) => w('n_people', { n }),
  gathering: (n) => w('n_people', { n }),
  overstay: (ms) => span(ms),
  motionless: (ms) => span(ms),
  low_battery: (percent) => `${percent} %`,
};

function decided({ kind, rule }) {
  const shown = MEASURED[kind];
  const known = (value) => value !== null && value !== undefined;
  return shown && known(rule?.limit) && known(rule.observed) && w('observed', { observed: shown(rule.observed), limit: shown(rule.limit) });
}

function Facts({ stored, names }) {
  const alarm = alarmOf(stored);
  const { acknowledged, cleared } = alarm;
  return h(
    'dl',
    { class: 'fact-list' },
    h(Fact, { name: 'state' }, word(stateOf(stored))),
    h(Fact, { name: 'about' }, subjectName(alarm, names)),
    h(Fact, { name: 'zones' }, alarm.fence_ids.map(names.zone).join('、')),
    h(Fact, { name: 'onset' }, full(alarm.onset_at)),
    h(Fact, { name: 'raised' }, full(alarm.raised_at)),
    h(Fact, { name: 'acknowledged' }, acknowledged && [full(acknowledged.at), since(alarm, acknowledged.at), who(acknowledged)]),
    h(Fact, { name: 'returned' }, alarm.returned_at && [full(alarm.returned_at), since(alarm, alarm.returned_at)]),
    h(Fact, { name: 'cleared' }, cleared && [full(cleared.at), since(alarm, cleared.at), who(cleared)]),
    h(Fact, { name: 'withdrawn' }, stored.withdrawn_at && full(stored.withdrawn_at)),
    h(Fact, { name: 'rule' }, decided(alarm)),
    h(Fact, { name: 'reasons' }, alarm.reasons.join('、')),
  );
}

/** One line for each state or level that is new. */
function Changes({ changes }) {
  const lines = changes.filter((each, i) => {
    const before = changes[i - 1]?.document;
    return !before || before.state !== each.document.state || before.level !== each.document.level;
  });
  return h(
    'ol',
    { class: 'story' },
    lines.map((each) =>
      h('li', { key: each.document.seq }, h('time', null, full(each.document.reported_at ?? each.at)), h(Level, { level: each.document.level }), h('span', null, word(each.document.state))),
    ),
  );
}

function Commands({ commands }) {
  if (!commands.length) return h(Empty, null, w('no_commands'));
  return h(
    'ol',
    { class: 'story' },
    commands.map(({ at, document }) =>
      h(
        'li',
        { key: document.command_id },
        h('time', null, full(at)),
        h('strong', null, w(document.command)),
        h('span', null, document.by, document.role && ` (${word(document.role)})`, document.until && ` → ${full(document.until)}`),
        document.reason && h('q', null, document.reason),
      ),
    ),
  );
}

/** Where to play the time around an alarm. */
function PlayLinks({ alarm }) {
  const start = Date.parse(alarm.onset_at) - AROUND_MS;
  const end = Math.min(Date.parse(alarm.cleared?.at ?? alarm.returned_at ?? alarm.raised_at) + AROUND_MS, start + 12 * AROUND_MS);
  const people = alarm.trackable_ids.slice(0, 8).join('+');
  return h(
    'p',
    { class: 'row' },
    alarm.subject.type === 'gathering' && h('a', { class: 'button', href: `#/playback/gathering/${alarm.subject.id}` }, w('gathering')),
    people && h('a', { class: 'button', href: `#/playback/${people}/${start}/${end}` }, w('track')),
  );
}

export function Story({ site, id, names, onClose }) {
  const plan = useLive(['plan'], 500).plan;
  const answer = useAnswer(`/sites/${site}/history/alarms/${encodeURIComponent(id)}`);
  const alarm = useMemo(() => answer.data && alarmOf(answer.data.alarm), [answer.data]);
  const places = useMemo(() => (alarm ? evidenceOf(alarm).map((each) => ({ ...each, name: names.person(each.id) })) : []), [alarm, names]);
  return h(
    Dialog,
    { title: alarm ? [kindName(alarm.kind), ' ', h(Level, { level: alarm.level })] : w('title'), onClose, wide: true },
    h(
      'div',
      { class: 'body' },
      answer.error && h(Fault, { error: answer.error, again: answer.again }),
      !alarm && !answer.error && h(Empty, null, w('loading')),
      alarm && [
        h(
          'div',
          { class: 'halves' },
          h('div', null, h(Facts, { stored: answer.data.alarm, names }), h(PlayLinks, { alarm })),
          places.length > 0 && plan && h('figure', null, h(PeopleMap, { plan, people: places, focus: extentAround(places) }), h('figcaption', { class: 'faint' }, w('map'))),
        ),
        alarm.trackable_ids.length > 0 && h('section', null, h('h3', null, w('people'), ` (${alarm.trackable_ids.length})`), h('p', { class: 'people' }, alarm.trackable_ids.map((each) => h('a', { key: each, class: 'pill', href: `#/playback/${each}` }, names.person(each))))),
        h('div', { class: 'halves' }, h('section', null, h('h3', null, w('changes')), h(Changes, { changes: answer.data.changes })), h('section', null, h('h3', null, w('commands')), h(Commands, { commands: answer.data.commands }))),
      ],
    ),
  );
}
