// Where somebody was between two points that are known: pure arithmetic, times in epoch ms.

/** Points further apart than this have nothing between them that anybody knows. */
export const GAP_MS = 30_000;

/** [{t, x, y, floor}] in order of time out of points of the history. */
export const trackOf = (points) =>
  points.map((each) => ({ t: Date.parse(each.at), x: each.x, y: each.y, floor: each.floor ?? null })).sort((a, b) => a.t - b.t);

/** Index of the last entry at or before t; -1 = none. */
export function lastBefore(track, t) {
  let low = 0;
  let high = track.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (track[middle].t <= t) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** {x, y, floor} at t; null where nothing is known: before the first point, after the last, and within a gap. */
export function placeAt(track, t, gapMs = GAP_MS) {
  const i = lastBefore(track, t);
  if (i < 0) return null;
  const a = track[i];
  const b = track[i + 1];
  if (a.t === t) return { x: a.x, y: a.y, floor: a.floor };
  if (!b || b.t - a.t > gapMs) return null;
  const share = (t - a.t) / (b.t - a.t);
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y), floor: a.floor };
}

/** {pieces: lines without gaps, ends: points beside a gap, gaps: [[from, to]]}. */
export function piecesOf(track, gapMs = GAP_MS) {
  const pieces = [];
  const ends = [];
  const gaps = [];
  track.forEach((point, i) => {
    const before = track[i - 1];
    if (!before || point.t - before.t > gapMs) {
      if (before) {
        gaps.push([before.t, point.t]);
        ends.push([before.x, before.y], [point.x, point.y]);
      }
      pieces.push([]);
    }
    pieces[pieces.length - 1].push([point.x, point.y]);
  });
  return { pieces, ends, gaps };
}

/** Of frames [{at, people: [[id, x, y, floor]]}] the track of each person: Map id → track. */
export function tracksOfFrames(frames) {
  const tracks = new Map();
  frames.forEach(({ at, people }) => {
    const t = Date.parse(at);
    people.forEach(([id, x, y, floor]) => {
      if (!tracks.has(id)) tracks.set(id, []);
      tracks.get(id).push({ t, x, y, floor: floor ?? null });
    });
  });
  return tracks;
}
