// A map of where some people are, with shapes around them.

import { h, useEffect, useMemo } from '../ui.js';
import { words } from '../words.js';
import { extentOf, onFloor } from './plan.js';
import { PlanMap } from './planMap.js';
import { peopleLayer } from './peopleLayer.js';
import { shapesLayer } from './shapesLayer.js';

const w = words({ map: ['平面图：{people}', 'Plan: {people}'] });
const AROUND_M = 60;

/** Of these points with some metres around them; null = no points. */
export function extentAround(points, around = AROUND_M) {
  if (!points.length) return null;
  return ol.extent.buffer(ol.extent.boundingExtent(points.map((each) => [each.x, each.y])), around);
}

/**
 * `people`: [{id, name, x, y, floor, stale, colour}]; `shapes` as in shapesLayer; `focus`: an extent, else the whole plan; `onMap(map)` once it is there, what
 * it returns is called when it goes.
 */
export function PeopleMap({ plan, floor = null, people, shapes = [], focus = null, onMap }) {
  const dots = useMemo(peopleLayer, []);
  const drawn = useMemo(shapesLayer, []);
  useEffect(
    () => () => {
      dots.end();
      drawn.end();
    },
    [],
  );
  const seen = people.filter((each) => onFloor(floor, each.floor));
  useEffect(() => dots.show(seen), [people, floor]);
  useEffect(() => drawn.show(shapes), [shapes]);
  return h(PlanMap, {
    plan,
    floor,
    layers: [drawn.layer, dots.layer],
    focus: focus ?? extentOf(plan),
    onMap,
    label: w('map', { people: seen.slice(0, 20).map((each) => each.name).join(', ') }),
  });
}
