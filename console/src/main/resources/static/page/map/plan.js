// What every map of the page stands on: metres of the plant, floors, light and dark. Its zones are in zones.js.

/** Metres of the plant: x to the right, y up. */
export const PLANT = new ol.proj.Projection({ code: 'plant', units: 'm' });

/** The value of a colour of tokens.css now: it changes with light and dark. */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Calls back when the page turns light or dark; returns what ends it. */
export function onTheme(listener) {
  const watch = new MutationObserver(listener);
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => watch.disconnect();
}

/** Floors that zones of the plan are on, lowest first; [] where it has none. */
export const floorsOf = (plan) =>
  [...new Set((plan?.zones ?? []).map((each) => each.floor).filter((each) => each !== undefined && each !== null))].sort((a, b) => a - b);

/** [min x, min y, max x, max y] in metres; null = no zones. */
export function extentOf(plan) {
  const extent = ol.extent.createEmpty();
  plan?.zones?.forEach((zone) => zone.polygons.forEach((rings) => rings[0].forEach((point) => ol.extent.extendCoordinate(extent, point))));
  return ol.extent.isEmpty(extent) ? null : extent;
}

/** Whether something on this floor is seen when `floor` is chosen; null = every floor. */
export const onFloor = (floor, own) => floor === null || floor === undefined || own === null || own === undefined || own === floor;

/** A map of the plant in an element, with these layers over nothing; it is not turned, and one cannot leave the plant far. */
export function openMap(target, layers) {
  return new ol.Map({
    target,
    layers,
    controls: ol.control.defaults.defaults({ attribution: false, rotate: false }).extend([new ol.control.ScaleLine()]),
    interactions: ol.interaction.defaults.defaults({ altShiftDragRotate: false, pinchRotate: false }),
    view: new ol.View({ projection: PLANT, center: [0, 0], resolution: 1, minResolution: 0.02, maxResolution: 20, enableRotation: false }),
  });
}

/** Shows the whole of an extent. */
export function fit(map, extent, padding = 24) {
  if (extent && map.getSize()?.every((each) => each > 0)) {
    map.getView().fit(extent, { padding: [padding, padding, padding, padding], minResolution: 0.05 });
  }
}
