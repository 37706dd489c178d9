// Where somebody was, as a line on the map: faint where it is old, broken where nothing was heard for long.

import { onTheme, token } from './plan.js';

const GAP_MS = 120_000;
const PARTS = 12;

/** Points in order of time into pieces without a gap. */
function pieces(points) {
  const all = [];
  let last = null;
  for (const each of points) {
    if (!last || Date.parse(each.at) - Date.parse(last.at) > GAP_MS) all.push([]);
    all.at(-1).push(each);
    last = each;
  }
  return all;
}

/** {layer, show(points), extent(), end()}: points {at, x, y} oldest first, [] = nothing. */
export function trackLayer() {
  const source = new ol.source.Vector();
  const layer = new ol.layer.Vector({
    source,
    zIndex: 5,
    style: (feature) => [
      new ol.style.Style({ stroke: new ol.style.Stroke({ color: token('--raised'), width: 5, lineDash: feature.get('gap') ? [2, 6] : undefined }) }),
      new ol.style.Style({
        stroke: new ol.style.Stroke({ color: fade(token('--accent'), feature.get('age')), width: 2.5, lineDash: feature.get('gap') ? [2, 6] : undefined }),
      }),
    ],
  });
  const end = onTheme(() => layer.changed());
  const line = (points, age, gap) => {
    const feature = new ol.Feature({ geometry: new ol.geom.LineString(points.map(({ x, y }) => [x, y])), age, gap });
    source.addFeature(feature);
  };
  const show = (points) => {
    source.clear();
    if (points.length < 2) return;
    const from = Date.parse(points[0].at);
    const whole = Math.max(1, Date.parse(points.at(-1).at) - from);
    const age = (point) => 1 - (Date.parse(point.at) - from) / whole;
    let before = null;
    for (const piece of pieces(points)) {
      if (before) line([before, piece[0]], age(before), true);
      const step = Math.max(1, Math.ceil(piece.length / PARTS));
      for (let i = 0; i < piece.length - 1; i += step) line(piece.slice(i, i + step + 1), age(piece[i]), false);
      before = piece.at(-1);
    }
  };
  return { layer, show, extent: () => (source.isEmpty() ? null : source.getExtent()), end };
}

/** A colour of the page, old = 1 at a third of its strength. */
function fade(colour, old) {
  const [r, g, b] = ol.color.asArray(colour);
  return [r, g, b, 1 - 0.65 * old];
}
