// How a person looks on a map: the shape says the type, hollow grey that nothing was heard, a ring that there is an alarm.

import { token } from './plan.js';

export const TYPES = ['01', '02', '03', 'unknown'];
export const typeOf = (person) => (TYPES.includes(person.person_type) ? person.person_type : 'unknown');

const COLOUR = { '01': '--employee', '02': '--contractor', '03': '--visitor', unknown: '--text' };

const OUTLINE = {
  '01': (pen, r) => pen.arc(0, 0, r, 0, 2 * Math.PI),
  '02': (pen, r) => pen.rect(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8),
  '03'(pen, r) {
    pen.moveTo(0, -r * 1.2);
    pen.lineTo(r * 1.15, r * 0.9);
    pen.lineTo(-r * 1.15, r * 0.9);
    pen.closePath();
  },
  unknown(pen, r) {
    pen.moveTo(0, -r * 1.35);
    pen.lineTo(r * 1.35, 0);
    pen.lineTo(0, r * 1.35);
    pen.lineTo(-r * 1.35, 0);
    pen.closePath();
  },
};

let sprites = new Map();
export const forgetDots = () => {
  sprites = new Map();
};

/** An image of a person, in pixels of the device at this ratio; drawn once. */
export function dot(type, stale, radius, ratio) {
  const key = `${type}/${stale}/${radius}/${ratio}`;
  let sprite = sprites.get(key);
  if (!sprite) {
    const size = Math.ceil(radius * 3 + 4);
    const pixels = Math.ceil(size * ratio);
    const canvas = new OffscreenCanvas(pixels, pixels);
    const pen = canvas.getContext('2d');
    pen.translate(pixels / 2, pixels / 2);
    pen.scale(ratio, ratio);
    pen.beginPath();
    OUTLINE[type](pen, radius);
    pen.lineJoin = 'round';
    if (stale) {
      pen.fillStyle = token('--panel');
      pen.fill();
      pen.lineWidth = 2;
      pen.strokeStyle = token('--quiet');
      pen.stroke();
    } else {
      pen.lineWidth = 2.4;
      pen.strokeStyle = token('--raised');
      pen.stroke();
      pen.fillStyle = token(COLOUR[type]);
      pen.fill();
    }
    sprite = canvas.transferToImageBitmap();
    sprites.set(key, sprite);
  }
  return sprite;
}

/** The same shape for a legend, as the path and colour of an SVG. */
export const LEGEND = {
  '01': { d: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z', colour: 'var(--employee)' },
  '02': { d: 'M3 3h10v10H3z', colour: 'var(--contractor)' },
  '03': { d: 'M8 2l6 11H2z', colour: 'var(--visitor)' },
  unknown: { d: 'M8 1l7 7l-7 7l-7-7z', colour: 'var(--text)' },
};
