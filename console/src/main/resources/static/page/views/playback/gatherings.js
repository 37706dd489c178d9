// Gatherings that were: the list, and one of them played again with its members.

import { query } from '../../api.js';
import { extentAround } from '../../map/peopleMap.js';
import { Empty, Fault, Level, h, span, time, useAnswer, useMemo, useState } from '../../ui.js';
import { TimeSpan, spanOf } from '../../timespan.js';
import { words } from '../../words.js';
import { lastBefore, placeAt, trackOf } from './motion.js';
import { Player, usePlayer } from './player.js';
import { Stage } from './stage.js';

const w = words({
  none: ['该时段没有人员聚集', 'No gathering in this time'],
  choose: ['从列表中选择一次聚集进行回放', 'Choose a gathering from the list to play it again'],
  peak: ['峰值 {n} 人', 'peak {n}'],
  going: ['进行中', 'goes on'],
  lasted: ['持续', 'Lasted'],
  count: ['当前人数', 'People now'],
  peak_name: ['峰值人数', 'Peak'],
  level: ['级别', 'Level'],
  reasons: ['升级原因', 'Reasons'],
  phase: ['阶段', 'Phase'],
  members: ['成员', 'Members'],
  silent: ['信号中断', 'silent'],
  joined: ['新加入', 'joined'],
  back: ['‹ 聚集列表', '‹ All gatherings'],
  gathering_pre_warning: ['预警前', 'Pre-warning'],
  gathering_start: ['开始', 'Started'],
  gathering: ['持续', 'Goes on'],
  gathering_end: ['结束', 'Ended'],
  dispersed: ['已疏散', 'dispersed'],
  merged: ['已合并', 'merged'],
  exempt: ['豁免', 'exempt'],
  calm: ['已平静', 'calm'],
  zone: ['区域因素', 'zone'],
  zone_lasting: ['区域内持续', 'lasting in the zone'],
  permit: ['特殊作业', 'permit'],
  gas: ['气体报警', 'gas alarm'],
  duration: ['持续时间', 'duration'],
});

const COLOUR = { red: '--red', orange: '--orange', yellow: '--yellow', blue: '--blue' };
const timeOf = (event) => event.gathering_time ?? event.end_time ?? event.start_time;
const known = (word) => (['zone', 'zone_lasting', 'permit', 'gas', 'count', 'duration', 'dispersed', 'merged', 'exempt', 'calm'].includes(word) ? w(word) : word);

function List({ site, names }) {
  const [asked, setAsked] = useState(() => spanOf('day'));
  const answer = useAnswer(`/sites/${site}/history/gatherings${query({ from: asked.from, to: asked.to, limit: 500 })}`, { everyMs: 20_000 });
  return h(
    'div',
    { class: 'stack' },
    h(TimeSpan, { span: asked, onSpan: setAsked }),
    answer.error && h(Fault, { error: answer.error, again: answer.again }),
    !answer.data && !answer.error && h(Empty, null, w('loading')),
    answer.data && !answer.data.length && h(Empty, null, w('none')),
    answer.data &&
      h(
        'ol',
        { class: 'entries' },
        answer.data.map(({ document: each }) =>
          h(
            'li',
            { key: each.id },
            h(
              'a',
              { href: `#/playback/gathering/${each.id}` },
              h('span', { class: 'row' }, h('time', null, time(each.start_time, { date: true })), each.level && h(Level, { level: each.level })),
              h('span', null, each.fence_ids?.length ? names.zone(each.fence_ids[0]) : ''),
              h('span', { class: 'faint' }, [w('peak', { n: each.peak_count }), each.end_time ? span(Date.parse(each.end_time) - Date.parse(each.start_time)) : w('going')].join(' · ')),
            ),
          ),
        ),
      ),
  );
}

/** Frames as reported, each with its time: what the history holds of one gathering. Of older records a list that was empty may be missing. */
function framesOf(answer) {
  return answer.map((each) => ({ reasons: [], members: [], fence_ids: [], t: Date.parse(timeOf(each.document)), ...each.document })).sort((a, b) => a.t - b.t);
}

function tracksOf(frames) {
  const points = new Map();
  frames.forEach((frame) =>
    frame.members.forEach((each) => {
      if (!each.position) return;
      if (!points.has(each.id)) points.set(each.id, []);
      const [x, y] = each.position.coordinates;
      points.get(each.id).push({ at: new Date(frame.t).toISOString(), x, y, floor: each.floor });
    }),
  );
  return new Map([...points].map(([id, all]) => [id, trackOf(all)]));
}

function Members({ frame, before, names }) {
  const were = new Set(before?.members.map((each) => each.id));
  return h(
    'ul',
    { class: 'members' },
    frame.members.map((each) =>
      h(
        'li',
        { key: each.id, 'data-person': each.id },
        h('a', { href: `#/playback/${each.id}/${frame.t - 600_000}/${frame.t + 600_000}` }, names.person(each.id)),
        each.stale && h('small', { class: 'faint' }, w('silent')),
        before && !were.has(each.id) && h('small', { class: 'faint' }, `+ ${w('joined')}`),
      ),
    ),
  );
}

function Card({ frame, before, names }) {
  const facts = [
    ['level', frame.level && h(Level, { level: frame.level })],
    ['phase', [w(frame.gathering_type), frame.end_reason && ` (${known(frame.end_reason)})`]],
    ['count', frame.count],
    ['peak_name', frame.peak_count],
    ['lasted', span(frame.t - Date.parse(frame.start_time))],
    ['reasons', frame.reasons.map(known).join('、')],
  ];
  return h(
    'div',
    { class: 'stack' },
    h('h2', null, frame.fence_ids.map(names.zone)[0] ?? ''),
    h('dl', { class: 'fact-list' }, facts.map(([name, value]) => value !== '' && value !== undefined && [h('dt', null, w(name)), h('dd', { class: `fact-${name}` }, value)])),
    h('h3', null, `${w('members')} (${frame.members.length})`),
    h(Members, { frame, before, names }),
  );
}

function Played({ frames, names }) {
  const from = frames[0].t;
  const to = Math.max(frames[frames.length - 1].t, from + 1000);
  const player = usePlayer(from, to);
  const tracks = useMemo(() => tracksOf(frames), [frames]);
  const i = Math.max(0, lastBefore(frames, player.at));
  const frame = frames[i];
  const people = frame.members
    .filter((each) => each.position)
    .map((each) => {
      const [x, y] = each.position.coordinates;
      return { id: each.id, name: names.person(each.id), x, y, floor: each.floor, ...placeAt(tracks.get(each.id), player.at), stale: each.stale };
    });
  const shapes = useMemo(
    () => (frame.center ? [{ kind: 'circle', of: { x: frame.center.coordinates[0], y: frame.center.coordinates[1], radius: (frame.radius ?? 1) + 2 }, colour: COLOUR[frame.level] ?? '--quiet' }] : []),
    [frame],
  );
  const focus = useMemo(() => extentAround([...tracks.values()].flat(), 12), [tracks]);
  return h(Stage, {
    panel: h('div', { class: 'stack' }, h('a', { href: '#/playback' }, w('back')), h(Card, { frame, before: frames[i - 1], names })),
    player: h(Player, { player, from, to, stops: frames.map((each) => each.t) }),
    people,
    shapes,
    focus,
  });
}

export function Gatherings({ site, id, names }) {
  const answer = useAnswer(id ? `/sites/${site}/history/gatherings/${encodeURIComponent(id)}/frames` : null);
  const frames = useMemo(() => (answer.data ? framesOf(answer.data) : null), [answer.data]);
  if (id && frames) return h(Played, { frames, names });
  const panel = id
    ? [h('a', { href: '#/playback' }, w('back')), answer.error ? h(Fault, { error: answer.error, again: answer.again }) : h(Empty, null, w('loading'))]
    : h(List, { site, names });
  return h(Stage, { panel, people: NOBODY, shapes: NOBODY, player: id ? null : h('p', { class: 'faint' }, w('choose')) });
}

const NOBODY = [];
