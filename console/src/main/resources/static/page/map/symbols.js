// Signs for what an area is for, and patterns for its risk: both are known without colour.

import { token } from './plan.js';

const SIZE = 22;

function canvas(size, draw) {
  const ratio = 2;
  const own = document.createElement('canvas');
  own.width = own.height = size * ratio;
  const pen = own.getContext('2d');
  pen.scale(ratio, ratio);
  draw(pen, size);
  return own;
}

function board(pen, size, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(1, 1, size - 2, size - 2, 4);
  pen.fill();
  pen.strokeStyle = pen.fillStyle = '#fff';
  pen.lineWidth = 2;
  pen.lineCap = 'round';
}

const line = (pen, ...points) => {
  pen.beginPath();
  points.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.stroke();
};

const SIGNS = {
  /** A door with a way through it. */
  gate(pen, size) {
    board(pen, size, token('--accent'));
    line(pen, [7, 17], [7, 5], [15, 5], [15, 17]);
    line(pen, [3.5, 12], [12, 12]);
    line(pen, [9.5, 9.5], [12, 12], [9.5, 14.5]);
  },
  /** Four arrows to one point, white on green (ISO 7010 E007). */
  muster_point(pen, size) {
    board(pen, size, '#00843d');
    const c = size / 2;
    [[-1, -1], [1, -1], [1, 1], [-1, 1]].forEach(([x, y]) => {
      line(pen, [c + 7 * x, c + 7 * y], [c + 3 * x, c + 3 * y]);
      line(pen, [c + 6 * x, c + 2.6 * y], [c + 2.6 * x, c + 2.6 * y], [c + 2.6 * x, c + 6 * y]);
    });
  },
  /** A ring with a bar. */
  forbidden(pen, size) {
    const c = size / 2;
    pen.fillStyle = '#fff';
    pen.strokeStyle = '#c62828';
    pen.lineWidth = 3.5;
    pen.beginPath();
    pen.arc(c, c, c - 3, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
    line(pen, [6, c], [size - 6, c]);
  },
  /** A screen on its foot. */
  control_room(pen, size) {
    board(pen, size, token('--quiet'));
    pen.strokeRect(5, 5, 12, 8);
    line(pen, [11, 13], [11, 17]);
    line(pen, [7.5, 17], [14.5, 17]);
  },
  /** A tick. */
  inspection_point(pen, size) {
    board(pen, size, token('--quiet'));
    line(pen, [6, 11.5], [9.5, 15], [16, 7]);
  },
  /** Somebody who stands there. */
  post(pen, size) {
    board(pen, size, token('--quiet'));
    pen.beginPath();
    pen.arc(11, 7, 2.6, 0, 2 * Math.PI);
    pen.fill();
    line(pen, [6, 17], [7, 12.5], [15, 12.5], [16, 17]);
  },
};

const signs = new Map();
const patterns = new Map();

/** Of the role of a zone; null = it has none. */
export function sign(role) {
  if (!SIGNS[role]) return null;
  if (!signs.has(role)) signs.set(role, canvas(SIZE, SIGNS[role]));
  return signs.get(role);
}

/** Strokes of a hatch per risk, in a square of 12: the graver the denser. */
const HATCH = {
  red: [[[0, 12], [12, 0]], [[0, 0], [12, 12]]],
  orange: [[[0, 12], [12, 0]]],
  yellow: [[[0, 0], [12, 12]]],
  blue: [[[0, 6], [12, 6]]],
};

/** A fill for a zone of this risk. */
export function hatch(risk) {
  if (!patterns.has(risk)) {
    const size = risk === 'red' ? 10 : 12;
    const tile = document.createElement('canvas');
    tile.width = tile.height = size;
    const pen = tile.getContext('2d');
    pen.fillStyle = token(`--${risk}-soft`);
    pen.fillRect(0, 0, size, size);
    pen.scale(size / 12, size / 12);
    pen.globalAlpha = 0.28;
    pen.strokeStyle = token(`--${risk}`);
    pen.lineWidth = 1;
    HATCH[risk].forEach((stroke) => line(pen, ...stroke));
    patterns.set(risk, pen.createPattern(tile, 'repeat'));
  }
  return patterns.get(risk);
}

/** After a change between light and dark. */
export function forgetSymbols() {
  signs.clear();
  patterns.clear();
}
