// The map with what lies on it: floors, fit, and the word that what is seen is old.

import { liveMap } from '../../map/liveMap.js';
import { floorsOf } from '../../map/plan.js';
import { serverNow } from '../../live.js';
import { Button, h, span, time, useClock, useEffect, useLanguage, useLive, useRef } from '../../ui.js';
import { words } from '../../words.js';
import { floorName } from './about.js';
import { Icon } from './icons.js';

const w = words({
  map: ['厂区平面图', 'Map of the plant'],
  all_floors: ['全部楼层', 'All floors'],
  fit: ['显示全厂', 'Show the whole plant'],
  old: ['连接中断：这是 {at} 的数据（{span}前），并非实时', 'Link lost: this is {at}, {span} ago. It is not live'],
  no_plan: ['该厂区还没有平面图', 'This site has no plan yet'],
  waiting: ['正在等待数据…', 'Waiting for data…'],
});

/** Longer than this and what is seen may not pass for live. A page hears something at least every 5 s, so a link that is only silent is noticed too. */
const OLD_MS = 5000;
const SILENT_MS = 9000;

const isOld = (state, now) => state.heardAt > 0 && now - state.heardAt > (state.link === 'lost' ? OLD_MS : SILENT_MS);

/** `onMap(map)` once it is there, and with null when it goes. */
export function MapPane({ floor, onFloor, matches, chosen, marked, follow, onPick, onLoose, onMap, children }) {
  useLanguage();
  const box = useRef(null);
  const held = useRef(null);
  const calls = useRef({});
  calls.current = { onPick, onLoose };
  useEffect(() => {
    const map = liveMap(box.current, { onPick: (thing) => calls.current.onPick(thing), onLoose: () => calls.current.onLoose() });
    held.current = map;
    onMap(map);
    return () => {
      onMap(null);
      map.close();
    };
  }, []);
  useEffect(() => held.current.show({ floor, matches, chosen, marked, follow }), [floor, matches, chosen, marked, follow]);
  return h(
    'div',
    { class: 'map-pane' },
    h('div', { class: 'plan-map', ref: box, role: 'application', 'aria-label': w('map') }),
    h(Floors, { floor, onFloor }),
    h(Button, { kind: 'fit', title: w('fit'), 'aria-label': w('fit'), onClick: () => held.current.fit() }, h(Icon, { name: 'whole' })),
    children,
    h(Old),
  );
}

function Floors({ floor, onFloor }) {
  const state = useLive(['people', 'plan'], 1000);
  const floors = floorsOf(state.plan);
  if (floors.length < 2) return null;
  const counts = new Map();
  for (const each of state.people.values()) if (each.floor != null) counts.set(each.floor, (counts.get(each.floor) ?? 0) + 1);
  const button = (value, text, n) =>
    h('button', { type: 'button', key: String(value), 'aria-pressed': String(floor === value), 'data-floor': String(value), onClick: () => onFloor(value) }, h('span', null, text), h('b', null, n));
  return h('div', { class: 'floors' }, button(null, w('all_floors'), state.people.size), [...floors].reverse().map((each) => button(each, floorName(each), counts.get(each) ?? 0)));
}

/** Over a map that is not live. */
function Old() {
  const now = useClock(500);
  const state = useLive(['link', 'plan'], 0);
  if (state.heardAt > 0 && !isOld(state, now)) return state.plan ? null : h('div', { class: 'map-notice' }, w('no_plan'));
  if (!state.heardAt) return h('div', { class: 'map-notice' }, w('waiting'));
  return h(
    'div',
    // What stands beside the map is as old: see :has in now.css.
    { class: 'old', role: 'alert' },
    h('p', null, w('old', { at: time(state.heardAt + state.skew), span: span(serverNow() - state.heardAt - state.skew) })),
  );
}
