// The clock of a playback and what one works it with.

import { Button, h, time, useEffect, useRef, useState } from '../../ui.js';
import { words } from '../../words.js';

const w = words({
  play: ['播放', 'Play'],
  pause: ['暂停', 'Pause'],
  back: ['后退一步', 'Step back'],
  on: ['前进一步', 'Step forward'],
  at: ['时间', 'Time'],
  speed: ['速度', 'Speed'],
});

const SPEEDS = [1, 5, 20, 60];
const TICK_MS = 100;

/** {at, setAt, playing, setPlaying, speed, setSpeed}; epoch ms. Starts at `from`, and stops at `to`. */
export function usePlayer(from, to) {
  const [at, setAt] = useState(from);
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState(20);
  const last = useRef(0);
  useEffect(() => {
    setAt(from);
    setPlaying(false);
  }, [from, to]);
  useEffect(() => {
    if (!playing) return undefined;
    last.current = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      const moved = (now - last.current) * speed;
      last.current = now;
      setAt((before) => Math.min(to, before + moved));
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playing, speed, to]);
  useEffect(() => {
    if (playing && at >= to) setPlaying(false);
  }, [playing, at, to]);
  return { at, setAt, playing, setPlaying, speed, setSpeed };
}

/** `stops`: times that a step goes to, in order; without them a step is ten seconds. `marks`: [[from, to]] shown as gaps on the line of time. */
export function Player({ player, from, to, stops, marks = [] }) {
  const { at, setAt, playing, setPlaying, speed, setSpeed } = player;
  const step = (direction) => {
    setPlaying(false);
    const next = stops ? (direction > 0 ? stops.find((each) => each > at) : stops.findLast((each) => each < at)) : at + direction * 10_000;
    if (next !== undefined) setAt(Math.min(to, Math.max(from, next)));
  };
  const toggle = () => {
    if (!playing && at >= to) setAt(from);
    setPlaying(!playing);
  };
  const share = (t) => `${(100 * (t - from)) / Math.max(1, to - from)}%`;
  return h(
    'div',
    { class: 'player' },
    h(Button, { kind: 'main', 'aria-label': w(playing ? 'pause' : 'play'), title: w(playing ? 'pause' : 'play'), onClick: toggle }, playing ? '❚❚' : '▶'),
    h(Button, { 'aria-label': w('back'), title: w('back'), onClick: () => step(-1) }, '◂'),
    h(Button, { 'aria-label': w('on'), title: w('on'), onClick: () => step(1) }, '▸'),
    h('time', { class: 'player-at', dateTime: new Date(at).toISOString() }, time(at, { date: true })),
    h(
      'div',
      { class: 'player-line' },
      h('input', {
        type: 'range',
        name: 'at',
        'aria-label': w('at'),
        'aria-valuetext': time(at, { date: true }),
        min: from,
        max: to,
        step: 1000,
        value: at,
        onInput: (event) => {
          setPlaying(false);
          setAt(Number(event.currentTarget.value));
        },
      }),
      h('div', { class: 'player-gaps' }, marks.map(([a, b]) => h('i', { style: { left: share(a), width: share(from + b - a) } }))),
      h('div', { class: 'player-ends faint' }, h('span', null, time(from)), h('span', null, time(to))),
    ),
    h(
      'span',
      { class: 'segments', role: 'group', 'aria-label': w('speed') },
      SPEEDS.map((each) => h(Button, { kind: `small ${each === speed ? 'main' : ''}`, 'aria-pressed': each === speed, onClick: () => setSpeed(each) }, `${each}×`)),
    ),
  );
}
