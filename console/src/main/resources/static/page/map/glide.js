// Where people are drawn: they glide from where they were to where they are, so that the eye can follow them.

/** Well inside the second at which positions come. */
const GLIDE_MS = 600;
/** Farther than anybody walks between two positions: shown at once. */
const JUMP_METRES = 60;

const still = matchMedia('(prefers-reduced-motion: reduce)');

/** Dots by person id, each {id, x, y, person}; x and y are where it is drawn. */
export class Gliders {
  dots = new Map();
  moving = false;

  /** Takes everybody as they are now; who is not among them is gone. */
  take(people, now) {
    for (const id of this.dots.keys()) if (!people.has(id)) this.dots.delete(id);
    for (const person of people.values()) {
      const dot = this.dots.get(person.id);
      if (!dot) {
        this.dots.set(person.id, { id: person.id, x: person.x, y: person.y, fromX: person.x, fromY: person.y, toX: person.x, toY: person.y, start: 0, person });
        continue;
      }
      dot.person = person;
      if (dot.toX === person.x && dot.toY === person.y) continue;
      const far = Math.hypot(person.x - dot.x, person.y - dot.y) > JUMP_METRES;
      if (far || still.matches) {
        dot.x = person.x;
        dot.y = person.y;
      }
      dot.fromX = dot.x;
      dot.fromY = dot.y;
      dot.toX = person.x;
      dot.toY = person.y;
      dot.start = far || still.matches ? 0 : now;
      this.moving = true;
    }
  }

  /** Moves everybody to where they are drawn at this time. */
  step(now) {
    let moving = false;
    for (const dot of this.dots.values()) {
      if (dot.start === 0) continue;
      const part = (now - dot.start) / GLIDE_MS;
      if (part >= 1) {
        dot.x = dot.toX;
        dot.y = dot.toY;
        dot.start = 0;
      } else {
        dot.x = dot.fromX + (dot.toX - dot.fromX) * part;
        dot.y = dot.fromY + (dot.toY - dot.fromY) * part;
        moving = true;
      }
    }
    this.moving = moving;
  }
}
