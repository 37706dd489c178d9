// The sound of alarms that nobody acknowledged: at their rise, and again while the gravest wait. It goes on in every view of the page.

import { live, onLive } from '../../live.js';
import { useEffect, useState } from '../../ui.js';
import { isUnheard, rankOf } from './alarmOrder.js';

const KEY = 'muster.sound';
/** Pitches in Hz, each BEEP_S long: the graver, the more and the higher (after IEC 60601-1-8: distinct by number and pitch). */
const PATTERNS = { red: [880, 880, 880, 660, 880], orange: [740, 740, 740], yellow: [587, 587], blue: [440] };
const BEEP_S = 0.14;
const PAUSE_S = 0.08;
/** How often the gravest that waits is heard again, ms; what is not named is heard once. */
const AGAIN_MS = { red: 8000, orange: 20_000 };

let context = null;
let wanted = localStorage.getItem(KEY) !== 'off';
let known = null;
let site = null;
let heardAt = 0;
/** Alarms for which somebody asked for quiet: they are heard again only as something new. */
let hushed = new Set();
const listeners = new Set();
const tell = () => listeners.forEach((each) => each());

/** Patterns that were started, newest last: for the stories of the page. */
export const played = [];

const audible = () => wanted && context?.state === 'running';

function open() {
  if (!context && window.AudioContext) {
    context = new AudioContext();
    context.onstatechange = tell;
  }
  // Browsers let a page be heard once somebody has touched it.
  context?.resume().catch(() => {});
}

function play(level) {
  heardAt = Date.now();
  played.push(level);
  if (!audible()) return;
  let at = context.currentTime + 0.02;
  for (const pitch of PATTERNS[level] ?? PATTERNS.blue) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.type = 'square';
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0, at);
    loudness.gain.linearRampToValueAtTime(0.12, at + 0.01);
    loudness.gain.setValueAtTime(0.12, at + BEEP_S - 0.02);
    loudness.gain.linearRampToValueAtTime(0, at + BEEP_S);
    tone.connect(loudness).connect(context.destination);
    tone.start(at);
    tone.stop(at + BEEP_S);
    at += BEEP_S + PAUSE_S;
  }
}

const waiting = () => [...live().alarms.values()].filter(isUnheard);
const gravest = (alarms) => alarms.map((each) => each.level).sort((a, b) => rankOf(b) - rankOf(a))[0];

function listen() {
  if (live().site !== site) {
    site = live().site;
    known = null;
    hushed = new Set();
  }
  if (live().link === 'connecting') return;
  const now = waiting();
  // What stood already when the page was opened is heard too: nobody acknowledged it.
  const risen = now.filter((each) => known?.get(each.alarm_id) !== each.level);
  known = new Map(now.map((each) => [each.alarm_id, each.level]));
  risen.forEach((each) => hushed.delete(each.alarm_id));
  if (risen.length) play(gravest(risen));
  tell();
}

function again() {
  const left = waiting().filter((each) => !hushed.has(each.alarm_id));
  const level = gravest(left);
  if (level && AGAIN_MS[level] && Date.now() - heardAt >= AGAIN_MS[level]) play(level);
}

let started = false;
/** Once for the page. */
export function startSound() {
  if (started) return;
  started = true;
  open();
  // Its own button says what is wanted: opened beforehand, the click on it would switch off what it is to switch on.
  const touched = (event) => event.target.closest?.('.sound') || open();
  addEventListener('pointerdown', touched);
  addEventListener('keydown', touched);
  onLive((changed) => (changed.has('alarms') || changed.has('link')) && listen());
  setInterval(again, 1000);
  listen();
}

/** {on, waiting, toggle, hush}: `on` only where it can be heard; `waiting` whether something is heard again and again. */
export function useSound() {
  const [, draw] = useState(0);
  useEffect(() => {
    const changed = () => draw((n) => n + 1);
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, []);
  return {
    on: audible(),
    waiting: waiting().some((each) => AGAIN_MS[each.level] && !hushed.has(each.alarm_id)),
    toggle() {
      wanted = !audible();
      localStorage.setItem(KEY, wanted ? 'on' : 'off');
      if (wanted) open();
      tell();
    },
    hush() {
      hushed = new Set(waiting().map((each) => each.alarm_id));
      tell();
    },
  };
}
