// Everybody at once, for an hour at most.

import { query } from '../../api.js';
import { serverNow } from '../../live.js';
import { Button, Empty, Fault, Field, Input, Select, fromLocalInput, h, toLocalInput, useAnswer, useMemo, useState } from '../../ui.js';
import { words } from '../../words.js';
import { placeAt, tracksOfFrames } from './motion.js';
import { Player, usePlayer } from './player.js';
import { Stage } from './stage.js';

const w = words({
  start: ['开始时间', 'From'],
  length: ['时长', 'Length'],
  minutes: ['{n} 分钟', '{n} min'],
  show: ['查询', 'Show'],
  people: ['此刻在场 {n} 人', 'People at this moment: {n}'],
  all: ['该时段共 {n} 人', 'In this time: {n}'],
  nothing: ['该时段没有定位数据', 'No positions in this time'],
  hint: ['显示任一时段全厂人员的位置与移动', 'Where everybody of the plant was, and how they moved'],
  missing: ['部分日期的数据无法读取：{days}', 'Days that cannot be read: {days}'],
});

const MINUTES = [10, 30, 60];
const STEP_S = 10;
const NOTHING = [];

function Asked({ asked, onAsked }) {
  const [start, setStart] = useState(toLocalInput(asked.from));
  const [minutes, setMinutes] = useState(String((asked.to - asked.from) / 60_000));
  const submit = (event) => {
    event.preventDefault();
    const from = Date.parse(fromLocalInput(start));
    if (Number.isFinite(from)) onAsked({ from, to: from + Number(minutes) * 60_000 });
  };
  return h(
    'form',
    { class: 'row', onSubmit: submit },
    h(Field, { label: w('start') }, h(Input, { type: 'datetime-local', name: 'start', value: start, onValue: setStart, required: true })),
    h(Field, { label: w('length') }, h(Select, { name: 'length', value: minutes, onValue: setMinutes, options: MINUTES.map((n) => [String(n), w('minutes', { n })]) })),
    h(Button, { kind: 'main', type: 'submit' }, w('show')),
  );
}

/** A person is known from one frame to the next one and a half away; the server says who is in a frame. */
const GAP_MS = STEP_S * 1500;

export function Everybody({ site, names }) {
  const [asked, setAsked] = useState(() => ({ from: Math.floor(serverNow() / 60_000) * 60_000 - 10 * 60_000, to: Math.floor(serverNow() / 60_000) * 60_000 }));
  const answer = useAnswer(`/sites/${site}/history/playback${query({ from: new Date(asked.from).toISOString(), to: new Date(asked.to).toISOString(), step: STEP_S })}`);
  const tracks = useMemo(() => tracksOfFrames(answer.data?.frames ?? []), [answer.data]);
  const player = usePlayer(asked.from, asked.to);
  const people = [...tracks].flatMap(([id, track]) => {
    const place = placeAt(track, player.at, GAP_MS);
    return place ? [{ id, name: answer.data.names[id] ?? names.person(id), ...place }] : [];
  });
  return h(Stage, {
    panel: h(
      'div',
      { class: 'stack' },
      h(Asked, { asked, onAsked: setAsked }),
      h('p', { class: 'faint' }, w('hint')),
      answer.error && h(Fault, { error: answer.error, again: answer.again }),
      answer.loading && h(Empty, null, w('loading')),
      answer.data && !answer.loading && (tracks.size ? [h('p', { class: 'here-now' }, h('strong', null, w('people', { n: people.length }))), h('p', null, w('all', { n: tracks.size }))] : h(Empty, null, w('nothing'))),
      answer.data?.missing_days?.length > 0 && h('p', { class: 'field-error' }, w('missing', { days: answer.data.missing_days.join(', ') })),
    ),
    player: tracks.size > 0 && h(Player, { player, from: asked.from, to: asked.to }),
    people,
    shapes: NOTHING,
  });
}
