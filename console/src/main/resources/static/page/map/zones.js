// The zones of a plan as a layer: risk, name and what each is for.

import { language, onLanguage } from '../words.js';
import { extentOf, onFloor, onTheme, token } from './plan.js';
import { forgetSymbols, hatch, sign } from './symbols.js';

/** Of the plant: what covers more is the ground, and stands under everything without a name. */
const GROUND_PART = 0.15;
/** Grows with the text of the page, on a wall. */
const fontPx = () => Math.round(parseFloat(token('--size')) * 0.8);
/** A sign stands for an area that is smaller than this on the screen; its name comes when one is closer. */
const NAMED_PX = 34;

/** A plan may carry both languages in one name, Chinese first: [Chinese, English], or the name alone. */
function nameLines(name) {
  const parts = /^(.*?[\u3400-\u9fff][^A-Za-z]*?)\s+([A-Za-z].*)$/.exec(name ?? '');
  return parts ? [parts[1], parts[2]] : [name ?? ''];
}

const widthOf = (text, font) => [...text].reduce((sum, each) => sum + (each > '\u2e80' ? font : font * 0.56), 0);

/** What of a name fits into so many pixels, in lines; '' = nothing does. */
function fitting(name, width, height, font) {
  const lines = nameLines(name);
  const own = lines[lines.length === 2 && language() === 'en' ? 1 : 0];
  const other = lines.find((each) => each !== own) ?? own;
  const fits = (all) => height > (all.length + 0.4) * font && all.every((each) => widthOf(each, font) < width * 1.15);
  return ([lines, [own], own.split(' '), [other], other.split(' ')].find(fits) ?? []).join('\n');
}

function styles(feature, resolution) {
  const zone = feature.get('zone');
  const extent = feature.getGeometry().getExtent();
  const width = (extent[2] - extent[0]) / resolution;
  const height = (extent[3] - extent[1]) / resolution;
  const mark = sign(zone.role);
  const ground = feature.get('ground');
  const font = fontPx();
  const line = zone.risk_colour ? token(`--${zone.risk_colour}`) : zone.role === 'forbidden' ? token('--red') : token('--zone-line');
  const all = [
    new ol.style.Style({
      zIndex: ground ? 0 : 1,
      fill: new ol.style.Fill({ color: zone.risk_colour ? hatch(zone.risk_colour) : ground ? 'transparent' : token('--panel') }),
      stroke: new ol.style.Stroke({
        color: line,
        width: zone.risk_colour || zone.role === 'forbidden' ? 1.6 : 1,
        lineDash: zone.role === 'forbidden' ? [7, 4] : undefined,
      }),
    }),
  ];
  if (ground) return all;
  const text = fitting(zone.name, Math.max(width, mark ? 90 : 0), Math.max(height, mark ? 40 : 0), font);
  const named = text && (!mark || Math.max(width, height) > NAMED_PX || resolution < 0.4);
  if (mark) {
    const shown = Math.max(width, height) > 7;
    if (shown) all.push(new ol.style.Style({ zIndex: 3, image: new ol.style.Icon({ img: mark, scale: 0.5 * (width > 24 ? 1 : 0.75), declutterMode: 'obstacle' }), geometry: centre }));
  }
  if (named) {
    all.push(
      new ol.style.Style({
        zIndex: 2,
        geometry: centre,
        text: new ol.style.Text({
          text,
          font: `${font}px ${token('--font')}`,
          offsetY: mark ? 18 + (text.includes('\n') ? 7 : 0) : 0,
          overflow: true,
          fill: new ol.style.Fill({ color: token('--text') }),
          stroke: new ol.style.Stroke({ color: token('--panel'), width: 3 }),
        }),
      }),
    );
  }
  return all;
}

const centre = (feature) => new ol.geom.Point(ol.extent.getCenter(feature.getGeometry().getExtent()));

/** {layer, show(plan, floor), zonesAt(coordinate), end()}; `floor` null shows all. Beacons are no areas and stay out. */
export function planLayer() {
  const source = new ol.source.Vector();
  let cache = new Map();
  let cachedAt = 0;
  const style = (feature, resolution) => {
    if (resolution !== cachedAt) {
      cache = new Map();
      cachedAt = resolution;
    }
    const id = feature.getId();
    if (!cache.has(id)) cache.set(id, styles(feature, resolution));
    return cache.get(id);
  };
  const layer = new ol.layer.Vector({ source, style, declutter: true });
  const anew = () => {
    cache = new Map();
    layer.changed();
  };
  const endTheme = onTheme(() => {
    forgetSymbols();
    anew();
  });
  const endLanguage = onLanguage(anew);
  const show = (plan, floor = null) => {
    cache = new Map();
    source.clear();
    const most = GROUND_PART * ol.extent.getArea(extentOf(plan) ?? ol.extent.createEmpty());
    source.addFeatures(
      (plan?.zones ?? [])
        .filter((zone) => zone.role !== 'beacon' && onFloor(floor, zone.floor))
        .map((zone) => {
          const geometry = new ol.geom.MultiPolygon(zone.polygons);
          const feature = new ol.Feature({ geometry, zone, ground: !zone.risk_colour && geometry.getArea() > most });
          feature.setId(zone.id);
          return feature;
        }),
    );
  };
  return {
    layer,
    show,
    /** Smallest first. */
    zonesAt: (coordinate) =>
      source
        .getFeaturesAtCoordinate(coordinate)
        .sort((a, b) => a.getGeometry().getArea() - b.getGeometry().getArea())
        .map((feature) => feature.get('zone')),
    extent: (id) => source.getFeatureById(id)?.getGeometry().getExtent() ?? null,
    end() {
      endTheme();
      endLanguage();
    },
  };
}
