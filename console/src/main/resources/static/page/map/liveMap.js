// The map of what is now: the plan, everybody on it, gatherings and a track, kept up by what comes over the link.

import { isStale, live, onLive } from '../live.js';
import { Crowd } from './crowd.js';
import { extentOf, fit, onFloor, openMap } from './plan.js';
import { trackLayer } from './track.js';
import { planLayer } from './zones.js';

const FLY_MS = 450;
/** Somebody grows stale without any news. */
const ANEW_MS = 1000;
const CLOSE = 0.18;
const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const graver = (one, other) => (LEVELS.indexOf(one) > LEVELS.indexOf(other) ? one : other);

/** Level by person of open alarms that nobody put aside. */
export function rings(alarms) {
  const all = new Map();
  for (const alarm of alarms.values()) {
    if (['shelved', 'suppressed', 'out_of_service'].includes(alarm.state)) continue;
    for (const id of alarm.trackable_ids) all.set(id, all.has(id) ? graver(all.get(id), alarm.level) : alarm.level);
  }
  return all;
}

/** Zones with more people than they may have. */
const overLimit = (state) => {
  const over = new Set((state.headcounts?.zones ?? []).filter((each) => each.over_by > 0).map((each) => each.fence_id));
  return (state.plan?.zones ?? []).filter((zone) => over.has(zone.id));
};

/** `onPick({type, id} or null)` at a click; `onLoose` when a person is followed no more because the map was dragged. */
export function liveMap(target, { onPick, onLoose }) {
  const zones = planLayer();
  const track = trackLayer();
  let shown = { floor: null, matches: () => true, chosen: null, marked: new Set(), follow: false };
  let fitted = null;
  const crowd = new Crowd(() => shown.follow && follow());
  const map = openMap(target, [zones.layer, track.layer, crowd.layer]);
  const view = map.getView();

  function follow() {
    const at = shown.chosen?.type === 'person' && crowd.where(shown.chosen.id);
    if (at && !view.getAnimating() && Math.hypot(at.x - view.getCenter()[0], at.y - view.getCenter()[1]) > view.getResolution()) {
      view.setCenter([at.x, at.y]);
    }
  }

  function draw() {
    const state = live();
    const { floor, matches, chosen, marked } = shown;
    const always = (person) => (chosen?.type === 'person' && chosen.id === person.id) || marked.has(person.id);
    crowd.show({
      people: state.people,
      seen: (person) => onFloor(floor, person.floor) && (matches(person) || always(person)),
      stale: isStale,
      rings: rings(state.alarms),
      gatherings: [...state.gatherings.values()].filter((each) => onFloor(floor, each.floor)),
      chosen,
      marked,
      flash: overLimit(state)
        .filter((zone) => onFloor(floor, zone.floor))
        .map((zone) => ({ polygons: zone.polygons, level: zone.risk_colour === 'red' ? 'red' : 'orange' })),
    });
  }

  function drawPlan() {
    const { plan } = live();
    zones.show(plan, shown.floor);
    if (plan && fitted !== plan.site) {
      fitted = plan.site;
      map.updateSize();
      fit(map, extentOf(plan));
    }
  }

  /** [top, right, bottom, left] px that are to stay free: a card lies over the left of a wide map, over the lower half of a narrow one. */
  function room() {
    const [width, height] = map.getSize();
    return width > 600 ? [60, 110, 60, Math.min(400, width / 2)] : [50, 40, height * 0.6, 40];
  }

  const flyTo = (extent) => {
    if (!extent || ol.extent.isEmpty(extent)) return;
    view.fit(extent, { padding: room(), minResolution: CLOSE, duration: FLY_MS });
  };

  function extentOfThing({ type, id }) {
    const state = live();
    if (type === 'zone') return ol.extent.buffer(zones.extent(id) ?? polygonExtent(state.plan, id), 15);
    if (type === 'person') {
      const at = state.people.get(id);
      return at && ol.extent.buffer([at.x, at.y, at.x, at.y], 30);
    }
    const gathering = state.gatherings.get(id);
    const at = gathering?.center?.coordinates;
    return at && ol.extent.buffer([at[0], at[1], at[0], at[1]], (gathering.radius ?? 0) + 25);
  }

  map.on('click', ({ pixel, coordinate }) => {
    const person = crowd.personAt(pixel);
    const gathering = person ? null : crowd.gatheringAt(pixel);
    const zone = person || gathering ? null : zones.zonesAt(coordinate)[0];
    onPick(person ? { type: 'person', id: person } : gathering ? { type: 'gathering', id: gathering } : zone ? { type: 'zone', id: zone.id } : null);
  });
  map.on('pointermove', ({ pixel, dragging }) => {
    if (dragging) return;
    const person = crowd.personAt(pixel);
    crowd.hover(person);
    target.style.cursor = person || crowd.gatheringAt(pixel) ? 'pointer' : '';
  });
  map.on('pointerdrag', () => shown.follow && onLoose());

  const endLive = onLive((changed) => {
    if (changed.has('plan')) drawPlan();
    draw();
  });
  const resized = new ResizeObserver(() => {
    map.updateSize();
    if (fitted === null) drawPlan();
  });
  resized.observe(target);
  const anew = setInterval(draw, ANEW_MS);
  drawPlan();
  draw();

  return {
    /** {floor, matches(person), chosen, marked, follow}: what is not named stays. */
    show(what) {
      const before = shown;
      shown = { ...shown, ...what };
      if (before.floor !== shown.floor) drawPlan();
      draw();
      if (shown.follow) follow();
    },
    /** Flies to {type, id}, if it is anywhere. */
    fly: (thing) => flyTo(extentOfThing(thing)),
    /** Flies so that all of these people are seen. */
    flyToPeople(ids) {
      const extent = ol.extent.createEmpty();
      for (const id of ids) {
        const at = live().people.get(id);
        if (at) ol.extent.extendCoordinate(extent, [at.x, at.y]);
      }
      if (!ol.extent.isEmpty(extent)) flyTo(ol.extent.buffer(extent, 25));
    },
    fit: () => fit(map, extentOf(live().plan)),
    track(points) {
      track.show(points);
      const extent = track.extent();
      if (extent) flyTo(ol.extent.buffer(extent, 15));
    },
    pixelOf: (id) => crowd.pixelOf(id),
    /** Frames that were drawn so far. */
    frames: () => crowd.frames,
    close() {
      endLive();
      clearInterval(anew);
      resized.disconnect();
      crowd.end();
      zones.end();
      track.end();
      map.setTarget(null);
    },
  };
}

function polygonExtent(plan, id) {
  const extent = ol.extent.createEmpty();
  plan?.zones
    .find((zone) => zone.id === id)
    ?.polygons.forEach(([outer]) => outer.forEach((point) => ol.extent.extendCoordinate(extent, point)));
  return extent;
}
