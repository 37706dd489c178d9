// What one plan has otherwise than another: drawn, and as a table.

import { live } from '../../live.js';
import { PlanMap } from '../../map/planMap.js';
import { Empty, Table, h, useEffect, useMemo } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  added: ['新增', 'added'],
  removed: ['删除', 'removed'],
  changed: ['修改', 'changed'],
  same: ['没有差别', 'No difference'],
  zone: ['区域', 'Zone'],
  what: ['变化', 'Change'],
  details: ['内容', 'What'],
  moved: ['形状改变', 'shape'],
  plan: ['（整个地图）', '(the plan)'],
  drawn: ['虚线：原来；实线：新的', 'Dashed: as it is; drawn through: as it will be'],
});

const COLOURS = { added: '#2e7d32', removed: '#c62828', changed: '#e07000' };

const text = (value) => (value === null || value === undefined ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value));

function shape(polygons, kind, dashed) {
  const feature = new ol.Feature(new ol.geom.MultiPolygon(polygons));
  feature.setStyle(
    new ol.style.Style({
      stroke: new ol.style.Stroke({ color: COLOURS[kind], width: 3, lineDash: dashed ? [6, 5] : undefined }),
      fill: new ol.style.Fill({ color: dashed ? 'transparent' : `${COLOURS[kind]}33` }),
    }),
  );
  return feature;
}

const shapes = (fences) =>
  fences.flatMap((each) => [
    ...(each.before && (each.moved || each.kind === 'removed') ? [shape(each.before, each.kind, true)] : []),
    ...(each.after ? [shape(each.after, each.kind, false)] : []),
  ]);

export function Difference({ diff, title }) {
  const source = useMemo(() => new ol.source.Vector(), []);
  const layers = useMemo(() => [new ol.layer.Vector({ source, zIndex: 5 })], []);
  useEffect(() => {
    source.clear();
    source.addFeatures(shapes(diff.fences));
  }, [diff]);
  const focus = useMemo(() => {
    const extent = ol.extent.createEmpty();
    shapes(diff.fences).forEach((each) => ol.extent.extend(extent, each.getGeometry().getExtent()));
    return ol.extent.isEmpty(extent) ? undefined : ol.extent.buffer(extent, 20);
  }, [diff]);
  const rows = [
    ...diff.properties.map((each) => ({ key: `plan/${each.name}`, name: w('plan'), kind: 'changed', details: [each] })),
    ...diff.fences.map((each) => ({ key: each.id, name: each.name, kind: each.kind, moved: each.moved, details: each.kind === 'changed' ? each.properties : [] })),
  ];
  if (!rows.length) return h(Empty, null, w('same'));
  const columns = [
    { title: w('zone'), cell: (each) => each.name },
    { title: w('what'), cell: (each) => h('span', { class: `state state-${each.kind}` }, w(each.kind)) },
    {
      title: w('details'),
      cell: (each) => [
        each.moved && h('div', null, w('moved')),
        ...each.details.map((one) => h('div', { key: one.name }, h('code', null, one.name), ` ${text(one.before)} → ${text(one.after)}`)),
      ],
    },
  ];
  return h(
    'div',
    { class: 'stack difference' },
    h('h3', null, title),
    diff.fences.length > 0 && h('div', { class: 'difference-map' }, h(PlanMap, { plan: live().plan, layers, focus, label: title })),
    diff.fences.length > 0 && h('small', null, w('drawn')),
    h(Table, { columns, rows, rowKey: (each) => each.key }),
  );
}
