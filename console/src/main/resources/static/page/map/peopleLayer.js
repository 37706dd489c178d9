// People as dots with their names, where they were at a moment.

import { onTheme, token } from './plan.js';

const NAMED_MOST = 40;

function styleOf({ text, stale, colour }) {
  // Grows with the text of the page, on a wall.
  const size = parseFloat(token('--size'));
  return new ol.style.Style({
    image: new ol.style.Circle({
      radius: size * 0.4,
      fill: new ol.style.Fill({ color: stale ? token('--panel') : token(colour) }),
      stroke: new ol.style.Stroke({ color: stale ? token('--quiet') : token('--raised'), width: 2 }),
      declutterMode: 'none',
    }),
    text: text
      ? new ol.style.Text({
          text,
          offsetY: -size,
          font: `600 ${size * 0.8}px ${token('--font')}`,
          fill: new ol.style.Fill({ color: token('--text') }),
          stroke: new ol.style.Stroke({ color: token('--raised'), width: 3 }),
        })
      : undefined,
  });
}

/** {layer, show(people), end()}; people: [{id, name, x, y, stale, colour: a token}]. Of very many the names are left out. */
export function peopleLayer() {
  const source = new ol.source.Vector();
  const drawn = new Map();
  const styles = new Map();
  const layer = new ol.layer.Vector({ source, declutter: true, updateWhileAnimating: true, zIndex: 5 });
  const styled = (look) => {
    const key = `${look.text}/${look.stale}/${look.colour}`;
    if (!styles.has(key)) styles.set(key, styleOf(look));
    return styles.get(key);
  };
  const draw = (feature) => feature.setStyle(styled(feature.get('look')));
  const show = (people) => {
    const gone = new Set(drawn.keys());
    people.forEach(({ id, name, x, y, stale = false, colour = '--employee' }) => {
      gone.delete(id);
      if (!drawn.has(id)) {
        const feature = new ol.Feature(new ol.geom.Point([x, y]));
        feature.setId(id);
        drawn.set(id, feature);
        source.addFeature(feature);
      }
      const feature = drawn.get(id);
      feature.getGeometry().setCoordinates([x, y]);
      feature.set('look', { text: people.length <= NAMED_MOST ? name : '', stale, colour }, true);
      draw(feature);
    });
    gone.forEach((id) => {
      source.removeFeature(drawn.get(id));
      drawn.delete(id);
    });
  };
  const end = onTheme(() => {
    styles.clear();
    drawn.forEach(draw);
  });
  return { layer, show, end };
}
