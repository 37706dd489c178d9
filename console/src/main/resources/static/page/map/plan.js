// The plan of a plant as a layer: zones with their risk colours and names, for every map of the page.

/** Metres of the plant: x to the right, y up. */
export const PLANT = new ol.proj.Projection({ code: 'plant', units: 'm' });

const SOFT = { red: '--red-soft', orange: '--orange-soft', yellow: '--yellow-soft', blue: '--blue-soft' };
const LINE = { red: '--red', orange: '--orange', yellow: '--yellow', blue: '--blue' };
/** Large areas lie under what is in them. */
const UNDER = ['production', 'hazard'];

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

function zoneStyle(feature) {
  const zone = feature.get('zone');
  const wide = UNDER.includes(zone.role) && !zone.risk_colour;
  return new ol.style.Style({
    zIndex: wide ? 0 : 1,
    fill: new ol.style.Fill({ color: zone.risk_colour ? token(SOFT[zone.risk_colour]) : wide ? 'transparent' : token('--panel') }),
    stroke: new ol.style.Stroke({
      color: zone.risk_colour ? token(LINE[zone.risk_colour]) : token('--zone-line'),
      width: zone.role === 'forbidden' ? 2 : 1,
      lineDash: zone.role === 'forbidden' ? [6, 4] : undefined,
    }),
    text: wide || !zone.name ? undefined : label(wrapped(zone.name)),
  });
}

const LINE_LETTERS = 13;
const width = (text) => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);

/** In lines: a name of two languages is longer than its zone is wide. */
const wrapped = (name) =>
  name.split(/\s+/).reduce((lines, word) => {
    const last = lines.split('\n').pop();
    return !lines ? word : `${lines}${width(last) + width(word) < LINE_LETTERS ? ' ' : '\n'}${word}`;
  }, '');

const label = (text) =>
  new ol.style.Text({
    text,
    font: `11px ${token('--font')}`,
    fill: new ol.style.Fill({ color: token('--quiet') }),
    stroke: new ol.style.Stroke({ color: token('--panel'), width: 2 }),
  });

/** {layer, show(plan, floor), end()}; `floor` null shows all. Beacons are no areas and stay out. */
export function planLayer() {
  const source = new ol.source.Vector();
  const styles = new Map();
  const style = (feature) => {
    const id = feature.getId();
    if (!styles.has(id)) styles.set(id, zoneStyle(feature));
    return styles.get(id);
  };
  const layer = new ol.layer.Vector({ source, style, declutter: true });
  const end = onTheme(() => {
    styles.clear();
    layer.changed();
  });
  const show = (plan, floor = null) => {
    styles.clear();
    source.clear();
    source.addFeatures(
      (plan?.zones ?? [])
        .filter((zone) => zone.role !== 'beacon' && onFloor(floor, zone.floor))
        .map((zone) => {
          const feature = new ol.Feature({ geometry: new ol.geom.MultiPolygon(zone.polygons), zone });
          feature.setId(zone.id);
          return feature;
        }),
    );
  };
  return { layer, show, end };
}

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
