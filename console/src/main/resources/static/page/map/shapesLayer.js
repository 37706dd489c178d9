// What is drawn beside people when the past is played: tracks, circles of gatherings, a box that was asked for, places where somebody was.

import { onTheme, token } from './plan.js';

const stroke = (colour, width, lineDash) => new ol.style.Stroke({ color: token(colour), width, lineDash });

const STYLES = {
  track: (colour) => new ol.style.Style({ stroke: stroke(colour, 3) }),
  /** Nobody knows where between these two points: said, not drawn as a way. */
  gap: (colour) => [
    new ol.style.Style({
      image: new ol.style.RegularShape({ points: 4, radius: 6, radius2: 0, angle: Math.PI / 4, stroke: stroke(colour, 2) }),
    }),
  ],
  circle: (colour) => new ol.style.Style({ stroke: stroke(colour, 2, [8, 5]), fill: new ol.style.Fill({ color: `${token(colour)}22` }) }),
  box: (colour) => new ol.style.Style({ stroke: stroke(colour, 2), fill: new ol.style.Fill({ color: `${token(colour)}22` }) }),
  places: (colour) => new ol.style.Style({ image: new ol.style.Circle({ radius: 3, fill: new ol.style.Fill({ color: token(colour) }) }) }),
};

const geometry = {
  track: (pieces) => new ol.geom.MultiLineString(pieces.filter((each) => each.length > 1)),
  gap: (points) => new ol.geom.MultiPoint(points),
  circle: ({ x, y, radius }) => new ol.geom.Circle([x, y], Math.max(radius, 1)),
  box: (extent) => ol.geom.Polygon.fromExtent(extent),
  places: (points) => new ol.geom.MultiPoint(points),
};

/** {layer, show(shapes), end()}; shapes: [{kind, of, colour: a token}] with kind track, gap, circle, box or places. */
export function shapesLayer() {
  const source = new ol.source.Vector();
  const layer = new ol.layer.Vector({ source, zIndex: 4 });
  const draw = (feature) => feature.setStyle(STYLES[feature.get('kind')](feature.get('colour')));
  const show = (shapes) => {
    source.clear();
    source.addFeatures(
      shapes.map(({ kind, of, colour }) => {
        const feature = new ol.Feature({ geometry: geometry[kind](of), kind, colour });
        draw(feature);
        return feature;
      }),
    );
  };
  return { layer, show, end: onTheme(() => source.getFeatures().forEach(draw)) };
}
