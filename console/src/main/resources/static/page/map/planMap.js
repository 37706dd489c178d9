// A map of the plan as a part of a view.

import { h, useEffect, useRef } from '../ui.js';
import { extentOf, fit, openMap } from './plan.js';
import { planLayer } from './zones.js';

/**
 * `layers`: of the view, made once, over the plan. `focus`: an extent to show, else the whole plan. `onMap(map)` once it is there; what it returns is called
 * when the map goes.
 */
export function PlanMap({ plan, floor = null, layers, focus, onMap, label }) {
  const box = useRef(null);
  const held = useRef(null);
  useEffect(() => {
    const zones = planLayer();
    const map = openMap(box.current, [zones.layer, ...layers]);
    held.current = { map, zones, fitted: null };
    const end = onMap?.(map);
    const size = new ResizeObserver(() => map.updateSize());
    size.observe(box.current);
    return () => {
      size.disconnect();
      end?.();
      zones.end();
      // The layers are the view's own: another map may take them.
      map.setLayers([]);
      map.setTarget(null);
    };
  }, []);
  useEffect(() => held.current.zones.show(plan, floor), [plan, floor]);
  useEffect(() => {
    const { map } = held.current;
    const extent = focus ?? extentOf(plan);
    map.updateSize();
    fit(map, extent);
  }, [plan?.version, focus && focus.join()]);
  return h('div', { class: 'plan-map', ref: box, role: 'img', 'aria-label': label });
}
