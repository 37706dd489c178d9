// Where one person, or several, went.

import { get, query } from '../../api.js';
import { serverNow } from '../../live.js';
import { extentAround } from '../../map/peopleMap.js';
import { idOf } from '../../names.js';
import { TimeSpan, spanOf } from '../../timespan.js';
import { Button, Empty, Fault, Field, Input, h, span as long, useEffect, useMemo, useState } from '../../ui.js';
import { words } from '../../words.js';
import { placeAt, piecesOf, trackOf } from './motion.js';
import { Player, usePlayer } from './player.js';
import { Stage } from './stage.js';

const w = words({
  who: ['添加人员', 'Add a person'],
  hint: ['姓名或编号', 'Name or id'],
  add: ['添加', 'Add'],
  remove: ['移除', 'Remove'],
  choose: ['选择一人或多人（最多 {n} 人）查看其轨迹', 'Choose one person, or up to {n}, to see where they went'],
  nothing: ['该时段没有定位数据', 'No positions in this time'],
  unknown: ['此刻无数据', 'nothing known at this moment'],
  points: ['{n} 个定位点', '{n} points'],
  gaps: ['{n} 处中断，最长 {long}', '{n} gaps, the longest {long}'],
  legend: ['✕ 为数据中断（超过 30 秒）的两端，中间不画线', '✕ marks both ends of a gap (over 30 s): nothing is drawn between them'],
  missing: ['部分日期的数据无法读取：{days}', 'Days that cannot be read: {days}'],
  truncated: ['数据过多，仅显示前一部分：请缩短时间范围', 'Too many points, the first are shown: choose a shorter time'],
});

const MOST = 8;
const COLOURS = ['--track-1', '--track-2', '--track-3', '--track-4', '--track-5', '--track-6', '--track-7', '--track-8'];

const addressOf = (ids, span) =>
  `#/playback/${ids.length ? ids.map(encodeURIComponent).join('+') : 'track'}${span?.preset === 'own' && span.to ? `/${Date.parse(span.from)}/${Date.parse(span.to)}` : ''}`;

/** {people: [{id, name, track, …}], error, loading} of these people in this span. */
function useTracks(site, ids, span) {
  const [answer, set] = useState({ people: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    set({ people: null, error: null });
    Promise.all(
      ids.map((id) => get(`/sites/${site}/history/people/${encodeURIComponent(id)}/track${query({ from: span.from, to: span.to })}`, { signal: stop.signal })),
    ).then(
      (all) => set({ people: all.map((each) => ({ ...each, track: trackOf(each.points) })), error: null }),
      (error) => error.name !== 'AbortError' && set({ people: null, error }),
    );
    return () => stop.abort();
  }, [site, ids.join('+'), span.from, span.to]);
  return answer;
}

function Chooser({ ids, names, onIds }) {
  const [text, setText] = useState('');
  const add = (event) => {
    event.preventDefault();
    const id = idOf(names.people, text);
    if (id && !ids.includes(id)) onIds([...ids, id]);
    setText('');
  };
  if (ids.length >= MOST) return null;
  return h(
    'form',
    { class: 'row', onSubmit: add },
    h(
      Field,
      { label: w('who') },
      h(Input, { name: 'person', list: 'known-people', value: text, placeholder: w('hint'), onValue: setText }),
      h('datalist', { id: 'known-people' }, names.people.map(([id, name]) => h('option', { key: id, value: name }))),
    ),
    h(Button, { type: 'submit', disabled: !text.trim() }, w('add')),
  );
}

function Line({ id, name, colour, person, place, onRemove }) {
  const gaps = person?.gaps ?? [];
  const longest = Math.max(0, ...gaps.map(([a, b]) => b - a));
  return h(
    'li',
    { key: id, 'data-person': id },
    h('i', { class: 'swatch', style: { background: `var(${colour})` } }),
    h(
      'span',
      { class: 'grow' },
      name,
      h('br'),
      h(
        'small',
        { class: 'faint' },
        person && (person.track.length ? [w('points', { n: person.track.length }), gaps.length ? ` · ${w('gaps', { n: gaps.length, long: long(longest) })}` : '', place ? '' : ` · ${w('unknown')}`] : w('nothing')),
      ),
    ),
    h(Button, { kind: 'plain small', 'aria-label': `${w('remove')} ${name}`, onClick: onRemove }, '✕'),
  );
}

function warnings(people) {
  const days = [...new Set((people ?? []).flatMap((each) => each.missing_days ?? []))];
  return [days.length > 0 && h('p', { class: 'field-error' }, w('missing', { days: days.join(', ') })), people?.some((each) => each.truncated) && h('p', { class: 'field-error' }, w('truncated'))];
}

export function Tracks({ site, ids, names, given }) {
  const [span, setSpan] = useState(() => (given ? { preset: 'own', from: new Date(given[0]).toISOString(), to: new Date(given[1]).toISOString() } : spanOf('hour')));
  const answer = useTracks(site, ids, span);
  const people = useMemo(() => answer.people?.map((each, i) => ({ ...each, colour: COLOURS[i % COLOURS.length], ...piecesOf(each.track) })), [answer.people]);
  const all = (people ?? []).flatMap((each) => each.track);
  // The line of time is that of the data: nobody has to look for it in an empty day.
  const from = all.length ? Math.min(...(people ?? []).filter((each) => each.track.length).map((each) => each.track[0].t)) : Date.parse(span.from);
  const to = Math.max(from + 1000, all.length ? Math.max(...people.filter((each) => each.track.length).map((each) => each.track[each.track.length - 1].t)) : span.to ? Date.parse(span.to) : serverNow());
  const player = usePlayer(from, answer.people ? to : from + 1000);
  const shapes = useMemo(() => (people ?? []).flatMap((each) => [{ kind: 'track', of: each.pieces, colour: each.colour }, { kind: 'gap', of: each.ends, colour: each.colour }]), [people]);
  const focus = useMemo(() => extentAround(all, 40), [people]);
  const nameOf = (id, person) => person?.name ?? names.person(id);
  const placed = (people ?? []).map((each) => ({ each, place: placeAt(each.track, player.at) }));
  const dots = placed.filter(({ place }) => place).map(({ each, place }) => ({ id: each.id, name: nameOf(each.id, each), ...place, colour: each.colour }));
  const go = (next) => (location.hash = addressOf(next, span));
  return h(Stage, {
    panel: h(
      'div',
      { class: 'stack' },
      h(TimeSpan, { span, onSpan: setSpan, presets: ['hour', 'shift', 'day'] }),
      h(Chooser, { ids, names, onIds: go }),
      answer.error && h(Fault, { error: answer.error }),
      warnings(people),
      h(
        'ul',
        { class: 'members' },
        ids.map((id, i) => h(Line, { key: id, id, name: nameOf(id, people?.[i]), colour: COLOURS[i % COLOURS.length], person: people?.[i], place: placed[i]?.place, onRemove: () => go(ids.filter((each) => each !== id)) })),
      ),
      ids.length === 0 ? h(Empty, null, w('choose', { n: MOST })) : !people && !answer.error ? h(Empty, null, w('loading')) : h('p', { class: 'faint' }, w('legend')),
    ),
    player: all.length > 0 && h(Player, { player, from, to, marks: people.length === 1 ? people[0].gaps : [] }),
    people: dots,
    shapes,
    focus,
  });
}
