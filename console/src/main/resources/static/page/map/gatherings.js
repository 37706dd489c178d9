// Gatherings on the map: the circle that holds the members, a line to each, and how many they are.

import { token } from './plan.js';

const LABEL_PX = 13;

const centreOf = (gathering) => gathering.center?.coordinates;
const colourOf = (gathering) => token(`--${gathering.level ?? 'blue'}`);

export function drawGatherings(scene, gatherings, chosen) {
  for (const each of gatherings) {
    if (!centreOf(each)) continue;
    drawOne(scene, each, chosen?.type === 'gathering' && chosen.id === each.id);
  }
}

function drawOne({ pen, transform: [a, , , d, e, f], resolution, dots }, gathering, isChosen) {
  const [cx, cy] = centreOf(gathering);
  const x = cx * a + e;
  const y = cy * d + f;
  const radius = Math.max((gathering.radius ?? 0) / resolution, 0) + 10;
  const colour = colourOf(gathering);
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.globalAlpha = 0.16;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = 0.75;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const member of gathering.members) {
    const at = dots.get(member.id);
    const [mx, my] = at ? [at.x, at.y] : (member.position?.coordinates ?? [cx, cy]);
    pen.moveTo(x, y);
    pen.lineTo(mx * a + e, my * d + f);
  }
  pen.stroke();
  pen.globalAlpha = 1;
  pen.lineWidth = isChosen ? 4 : 2.5;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.stroke();
  label(pen, String(gathering.count), x, y - radius, colour);
}

/** On a plate of the colour, so that it reads on any ground. */
function label(pen, text, x, y, colour) {
  pen.font = `700 ${LABEL_PX}px ${token('--font')}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const width = Math.max(pen.measureText(text).width + 12, 22);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - 10, width, 20, 10);
  pen.fill();
  pen.fillStyle = token('--raised');
  pen.fillText(text, x, y + 0.5);
  pen.textAlign = 'start';
}

/** The gathering under a pixel, the smallest first; null = none. */
export function gatheringAt([a, , , d, e, f], gatherings, [px, py]) {
  const under = gatherings
    .filter((each) => {
      const at = centreOf(each);
      if (!at) return false;
      const radius = (each.radius ?? 0) * a + 12;
      const far = Math.hypot(at[0] * a + e - px, at[1] * d + f - py);
      return far < radius || (Math.abs(at[0] * a + e - px) < 14 && Math.abs(at[1] * d + f - radius - py) < 14);
    })
    .sort((one, other) => (one.radius ?? 0) - (other.radius ?? 0));
  return under[0]?.id ?? null;
}
