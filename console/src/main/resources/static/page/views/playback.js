// What was, played again: gatherings, tracks, everybody, and who was somewhere.

import { h } from '../ui.js';
import { useNames } from '../names.js';
import { words } from '../words.js';
import { Area } from './playback/area.js';
import { Everybody } from './playback/everybody.js';
import { Gatherings } from './playback/gatherings.js';
import { Tracks } from './playback/tracks.js';

const w = words({
  gathering: ['聚集回放', 'Gatherings'],
  track: ['人员轨迹', 'Tracks'],
  everybody: ['全员回放', 'Everybody'],
  area: ['区域查询', 'Who was there'],
});

const MODES = ['gathering', 'track', 'everybody', 'area'];

/** `gathering[/id]`, `track`, `everybody`, `area`, or ids of people joined by + with a span in epoch ms. */
function chosen([first = 'gathering', ...more]) {
  if (first === 'gathering') return { mode: 'gathering', id: more[0] && decodeURIComponent(more[0]) };
  if (MODES.includes(first)) return { mode: first, ids: [] };
  const span = more.slice(0, 2).map(Number);
  return { mode: 'track', ids: first.split('+').map(decodeURIComponent), given: span.length === 2 && span[0] < span[1] ? span : null };
}

export function View({ site, rest }) {
  const names = useNames(site);
  const { mode, id, ids, given } = chosen(rest.filter(Boolean));
  return [
    h(
      'nav',
      { class: 'segments' },
      MODES.map((each) => h('a', { key: each, class: `button small ${each === mode ? 'main' : ''}`, href: `#/playback/${each}`, 'aria-current': each === mode ? 'page' : undefined }, w(each))),
    ),
    mode === 'gathering' && h(Gatherings, { key: id ?? 'all', site, id, names }),
    mode === 'track' && h(Tracks, { key: `${given}`, site, ids, given, names }),
    mode === 'everybody' && h(Everybody, { site, names }),
    mode === 'area' && h(Area, { site, names }),
  ];
}
