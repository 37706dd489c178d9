// Lines over time, drawn by uPlot.

import uPlot from 'uplot';
import { onTheme, token } from './map/plan.js';
import { h, time, useEffect, useRef } from './ui.js';
import { words } from './words.js';

const w = words({ time: ['时间', 'Time'] });
const HEIGHT = 240;

function options({ lines, unit, width }) {
  const axis = () => ({ stroke: token('--quiet'), grid: { stroke: token('--line'), width: 1 }, ticks: { stroke: token('--line') }, font: `12px ${token('--font')}` });
  return {
    width,
    height: HEIGHT,
    cursor: { drag: { x: true, y: false } },
    scales: { y: { range: (u, min, max) => [0, Math.max(1, (max ?? 1) * 1.1)] } },
    axes: [
      { ...axis(), values: (u, ticks) => ticks.map((each) => time(each * 1000, { seconds: false })) },
      { ...axis(), size: 56, values: (u, ticks) => ticks.map((each) => `${each} ${unit}`) },
    ],
    series: [
      { label: w('time'), value: (u, at) => (at === null || at === undefined ? '–' : time(at * 1000, { date: true })) },
      ...lines.map((each) => ({
        label: each.label,
        stroke: token(each.colour),
        width: each.limit ? 1 : 2,
        dash: each.limit ? [6, 4] : undefined,
        points: { show: false },
        value: (u, value) => (value === null || value === undefined ? '–' : `${value.toFixed(2)} ${unit}`),
      })),
    ],
  };
}

/** `times`: epoch s; `lines`: [{label, colour: a token, values, limit: a line that is a limit}]; null values are gaps. */
export function Plot({ times, lines, unit, label }) {
  const box = useRef(null);
  const drawn = useRef(null);
  const shape = JSON.stringify(lines.map((each) => [each.label, each.colour]));
  const data = [times, ...lines.map((each) => each.values)];
  useEffect(() => {
    const make = () => {
      drawn.current?.destroy();
      drawn.current = new uPlot(options({ lines, unit, width: box.current.clientWidth }), data, box.current);
    };
    make();
    const endTheme = onTheme(make);
    const size = new ResizeObserver(() => drawn.current.setSize({ width: box.current.clientWidth, height: HEIGHT }));
    size.observe(box.current);
    return () => {
      endTheme();
      size.disconnect();
      drawn.current.destroy();
      drawn.current = null;
    };
  }, [shape]);
  useEffect(() => drawn.current.setData(data), [times]);
  return h('div', { class: 'plot', ref: box, role: 'img', 'aria-label': label });
}
