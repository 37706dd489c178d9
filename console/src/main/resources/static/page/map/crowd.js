// Everybody on the map: a canvas of its own over the plan, drawn as often as people move, without drawing the plan anew. Ten thousand dots are ten thousand
// copies of a few small images.

import { dot, forgetDots, typeOf } from './dots.js';
import { drawGatherings, gatheringAt } from './gatherings.js';
import { Gliders } from './glide.js';
import { onTheme, token } from './plan.js';

const LEVELS = ['blue', 'yellow', 'orange', 'red'];
const HIT_PX = 12;
const NAMES_BELOW = 0.16;
const MOST_NAMES = 150;
const FLASH_MS = 600;

/** Of a dot, px: smaller where many are seen, larger on a wall. */
const radiusAt = (resolution, count) => ((count > 3000 ? 3 : resolution > 1.2 ? 4 : resolution > 0.35 ? 5 : 6.5) * parseFloat(token('--size'))) / 15;

/**
 * What is drawn is set by `show`: {people: Map, seen(person), stale(person), rings: Map of person id to level, gatherings: [], chosen: {type, id}, marked: Set of
 * person ids, flash: [{polygons, level}]}.
 */
export class Crowd {
  #gliders = new Gliders();
  #canvas = document.createElement('canvas');
  #frame = null;
  #shown = { people: new Map(), seen: () => true, stale: () => false, rings: new Map(), gatherings: [], chosen: null, marked: new Set(), flash: [] };
  #asked = 0;
  #drawnAt = 0;
  #cost = 0;
  #visible = [];
  #hovered = null;
  #onDraw;
  /** Drawn frames since the start, for measuring. */
  frames = 0;

  constructor(onDraw = () => {}) {
    this.#onDraw = onDraw;
    this.#canvas.className = 'crowd';
    this.layer = new ol.layer.Layer({
      zIndex: 10,
      render: (frame) => {
        this.#frame = frame;
        this.#draw(performance.now());
        return this.#canvas;
      },
    });
    this.endTheme = onTheme(() => {
      forgetDots();
      this.#ask();
    });
  }

  show(what) {
    this.#shown = { ...this.#shown, ...what };
    this.#gliders.take(this.#shown.people, performance.now());
    this.#visible = this.#inOrder();
    this.#ask();
  }

  hover(id) {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#ask();
  }

  end() {
    cancelAnimationFrame(this.#asked);
    this.endTheme();
  }

  /** Where a person is drawn, metres; null = not there. */
  where(id) {
    return this.#gliders.dots.get(id) ?? null;
  }

  /** [x, y] px in the map; null = not drawn. */
  pixelOf(id) {
    const own = this.#visible.find((each) => each.id === id);
    if (!own || !this.#frame) return null;
    const [a, , , d, e, f] = this.#frame.coordinateToPixelTransform;
    return [own.x * a + e, own.y * d + f];
  }

  /** The person next to a pixel of the map; null = nobody is near. */
  personAt([px, py]) {
    if (!this.#frame) return null;
    const [a, , , d, e, f] = this.#frame.coordinateToPixelTransform;
    let best = null;
    let nearest = HIT_PX * HIT_PX;
    for (const each of this.#visible) {
      const dx = each.x * a + e - px;
      const dy = each.y * d + f - py;
      const far = dx * dx + dy * dy;
      if (far < nearest) {
        nearest = far;
        best = each.id;
      }
    }
    return best;
  }

  gatheringAt(pixel) {
    return this.#frame ? gatheringAt(this.#frame.coordinateToPixelTransform, this.#shown.gatherings, pixel) : null;
  }

  /** Whom one must see is drawn last, over the others. */
  #inOrder() {
    const { seen, rings, chosen, marked } = this.#shown;
    const rank = ({ id }) => (chosen?.type === 'person' && chosen.id === id ? 3 : marked.has(id) ? 2 : rings.has(id) ? 1 : 0);
    const layers = [[], [], [], []];
    for (const each of this.#gliders.dots.values()) if (seen(each.person)) layers[rank(each)].push(each);
    return layers.flat();
  }

  #ask() {
    if (!this.#asked) this.#asked = requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now) {
    this.#asked = 0;
    // A machine that is slow at drawing keeps half of its time for the rest of the page.
    if (now - this.#drawnAt < Math.min(200, 2 * this.#cost)) {
      this.#ask();
      return;
    }
    this.#draw(performance.now());
  }

  #draw(now) {
    if (!this.#frame) return;
    const { size, pixelRatio, coordinateToPixelTransform: transform, viewState } = this.#frame;
    const canvas = this.#canvas;
    const width = Math.round(size[0] * pixelRatio);
    const height = Math.round(size[1] * pixelRatio);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${size[0]}px`;
      canvas.style.height = `${size[1]}px`;
    }
    this.#gliders.step(now);
    const pen = canvas.getContext('2d');
    pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    pen.clearRect(0, 0, size[0], size[1]);
    const scene = { pen, transform, size, ratio: pixelRatio, resolution: viewState.resolution, dots: this.#gliders.dots };
    const lit = Math.floor(now / FLASH_MS) % 2 === 0;
    if (lit) this.#flash(scene);
    drawGatherings(scene, this.#shown.gatherings, this.#shown.chosen);
    this.#people(scene);
    this.frames += 1;
    this.#drawnAt = now;
    this.#cost = performance.now() - now;
    this.#onDraw();
    if (this.#gliders.moving) this.#ask();
    else if (this.#shown.flash.length) setTimeout(() => this.#ask(), FLASH_MS / 2);
  }

  #flash({ pen, transform: [a, , , d, e, f] }) {
    for (const { polygons, level } of this.#shown.flash) {
      pen.beginPath();
      for (const [outer] of polygons) {
        outer.forEach(([x, y], i) => (i ? pen.lineTo(x * a + e, y * d + f) : pen.moveTo(x * a + e, y * d + f)));
        pen.closePath();
      }
      pen.lineWidth = 4;
      pen.strokeStyle = token(`--${level}`);
      pen.stroke();
    }
  }

  #people(scene) {
    const { pen, transform: [a, , , d, e, f], size, ratio, resolution } = scene;
    const { stale, rings, chosen, marked } = this.#shown;
    const radius = radiusAt(resolution, this.#visible.length);
    const colours = Object.fromEntries(LEVELS.map((each) => [each, token(`--${each}`)]));
    const accent = token('--accent');
    const named = [];
    const drawn = [];
    for (const each of this.#visible) {
      const x = each.x * a + e;
      const y = each.y * d + f;
      if (x < -40 || y < -40 || x > size[0] + 40 || y > size[1] + 40) continue;
      const isChosen = chosen?.type === 'person' && chosen.id === each.id;
      if (isChosen) this.#choice(pen, each, x, y, radius, resolution);
      const level = rings.get(each.id);
      if (level) ring(pen, x, y, radius + 4, 3, colours[level]);
      else if (marked.has(each.id)) ring(pen, x, y, radius + 4, 2, accent);
      if (isChosen || each.id === this.#hovered || resolution < NAMES_BELOW) named.push([each, x, y]);
      drawn.push(each);
    }
    // Pixel on pixel: nothing has to be blended between pixels, which is most of the work where there is no graphics card.
    pen.setTransform(1, 0, 0, 1, 0, 0);
    for (const each of drawn) {
      const sprite = dot(typeOf(each.person), stale(each.person), radius, ratio);
      pen.drawImage(sprite, Math.round((each.x * a + e) * ratio - sprite.width / 2), Math.round((each.y * d + f) * ratio - sprite.height / 2));
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#names(pen, named, radius);
  }

  /** The chosen one: where they are at most, by the accuracy of the position, and a ring that is seen from afar. */
  #choice(pen, { person }, x, y, radius, resolution) {
    const accuracy = (person.accuracy ?? 0) / resolution;
    pen.globalAlpha = 0.16;
    pen.fillStyle = token('--accent');
    pen.beginPath();
    pen.arc(x, y, Math.max(accuracy, 0), 0, 2 * Math.PI);
    pen.fill();
    pen.globalAlpha = 1;
    if (accuracy > radius) ring(pen, x, y, accuracy, 1, token('--accent'));
    ring(pen, x, y, radius + 9, 2.5, token('--accent'));
  }

  #names(pen, named, radius) {
    if (named.length > MOST_NAMES) return;
    pen.font = `600 12px ${token('--font')}`;
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.lineWidth = 3.5;
    pen.strokeStyle = token('--panel');
    pen.fillStyle = token('--text');
    for (const [{ person }, x, y] of named) {
      const text = person.name ?? person.id.slice(0, 8);
      pen.strokeText(text, x + radius + 7, y);
      pen.fillText(text, x + radius + 7, y);
    }
  }
}

function ring(pen, x, y, radius, width, colour) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
}
