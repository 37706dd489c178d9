// Who was in a part of the plant: a box drawn on the plan, or a zone, and an hour at most.

import { query } from '../../api.js';
import { serverNow } from '../../live.js';
import { Button, Empty, Fault, Field, Input, Select, fromLocalInput, h, span, time, toLocalInput, useAnswer, useLive, useMemo, useRef, useState } from '../../ui.js';
import { words } from '../../words.js';
import { Stage } from './stage.js';

const w = words({
  start: ['开始时间', 'From'],
  length: ['时长', 'Length'],
  minutes: ['{n} 分钟', '{n} min'],
  draw: ['在图上画框', 'Draw a box'],
  drawing: ['在平面图上点击两个对角', 'Click two corners on the plan'],
  zone: ['或选择区域', 'or choose a zone'],
  none: ['—', '—'],
  who: ['{n} 人到过该范围', 'People who were there: {n}'],
  nobody: ['该时段无人到过该范围', 'Nobody was there in this time'],
  hint: ['查询某一小时内谁到过某个范围：先画框或选择区域', 'Who was in a part of the plant within an hour: draw a box or choose a zone'],
  seen: ['{from} – {to}，{n} 次', '{from} – {to}, seen {n}×'],
  missing: ['部分日期的数据无法读取：{days}', 'Days that cannot be read: {days}'],
  truncated: ['数据过多，仅显示前一部分', 'Too many positions, the first are shown'],
});

const MINUTES = [5, 15, 30, 60];
const HOUR_MS = 3_600_000;
const NOBODY = [];

/** Of positions the people: [{id, name, first, last, count}], by when they came. */
function peopleOf(seen, names) {
  const people = new Map();
  seen.forEach((each) => {
    const known = people.get(each.id) ?? { id: each.id, name: each.name ?? names.person(each.id), first: each.at, last: each.at, count: 0 };
    people.set(each.id, { ...known, last: each.at, count: known.count + 1 });
  });
  return [...people.values()];
}

/** Starts to draw on a map; `onBox` gets [min x, min y, max x, max y]. Returns what ends it. */
function drawBox(map, onBox) {
  const draw = new ol.interaction.Draw({ type: 'Circle', geometryFunction: ol.interaction.Draw.createBox() });
  draw.on('drawend', (event) => onBox(event.feature.getGeometry().getExtent()));
  map.addInteraction(draw);
  return () => map.removeInteraction(draw);
}

function zoneBox(plan, id) {
  const zone = plan.zones.find((each) => each.id === id);
  return ol.extent.boundingExtent(zone.polygons.flatMap((rings) => rings[0]));
}

export function Area({ site, names }) {
  const plan = useLive(['plan'], 500).plan;
  const [start, setStart] = useState(() => toLocalInput(serverNow() - HOUR_MS));
  const [minutes, setMinutes] = useState('60');
  const [box, setBox] = useState(null);
  const [zone, setZone] = useState('');
  const [drawing, setDrawing] = useState(false);
  const map = useRef(null);
  const stop = useRef(null);
  const chosen = (extent, id = '') => {
    stop.current?.();
    stop.current = null;
    setDrawing(false);
    setZone(id);
    setBox(extent);
  };
  const begin = () => {
    stop.current?.();
    setDrawing(true);
    stop.current = drawBox(map.current, chosen);
  };
  const from = fromLocalInput(start);
  const path =
    box && from
      ? `/sites/${site}/history/area${query({ from, to: new Date(Date.parse(from) + Number(minutes) * 60_000).toISOString(), min_x: box[0], min_y: box[1], max_x: box[2], max_y: box[3] })}`
      : null;
  const answer = useAnswer(path);
  const seen = answer.data?.seen ?? NOBODY;
  const people = useMemo(() => peopleOf(seen, names), [seen, names]);
  const shapes = useMemo(() => [...(box ? [{ kind: 'box', of: box, colour: '--accent' }] : []), ...(seen.length ? [{ kind: 'places', of: seen.map((each) => [each.x, each.y]), colour: '--accent' }] : [])], [box, seen]);
  return h(Stage, {
    panel: h(
      'div',
      { class: 'stack' },
      h(
        'div',
        { class: 'row' },
        h(Field, { label: w('start') }, h(Input, { type: 'datetime-local', name: 'start', value: start, onValue: setStart })),
        h(Field, { label: w('length') }, h(Select, { name: 'length', value: minutes, onValue: setMinutes, options: MINUTES.map((n) => [String(n), w('minutes', { n })]) })),
      ),
      h(
        'div',
        { class: 'row' },
        h(Button, { kind: 'main', disabled: !plan, onClick: begin }, drawing ? w('drawing') : w('draw')),
        h(Field, { label: w('zone') }, h(Select, { name: 'zone', value: zone, onValue: (id) => chosen(id ? zoneBox(plan, id) : null, id), options: [['', w('none')], ...names.zones] })),
      ),
      answer.error && h(Fault, { error: answer.error, again: answer.again }),
      !box && h(Empty, null, w('hint')),
      box && answer.loading && !answer.data && h(Empty, null, w('loading')),
      answer.data?.missing_days?.length > 0 && h('p', { class: 'field-error' }, w('missing', { days: answer.data.missing_days.join(', ') })),
      answer.data?.truncated && h('p', { class: 'field-error' }, w('truncated')),
      box && answer.data && (people.length ? h('h3', { role: 'status' }, w('who', { n: people.length })) : h(Empty, null, w('nobody'))),
      h(
        'ul',
        { class: 'members' },
        people.map((each) =>
          h(
            'li',
            { key: each.id, 'data-person': each.id },
            h('a', { href: `#/playback/${encodeURIComponent(each.id)}/${Date.parse(each.first) - 300_000}/${Date.parse(each.last) + 300_000}` }, each.name),
            h('small', { class: 'faint', title: span(Date.parse(each.last) - Date.parse(each.first)) }, w('seen', { from: time(each.first), to: time(each.last), n: each.count })),
          ),
        ),
      ),
    ),
    people: NOBODY,
    shapes,
    onMap: (own) => {
      map.current = own;
      return () => stop.current?.();
    },
  });
}
