// Drawn, since not every machine has a font with such signs.

import { h } from '../../ui.js';

const PATHS = {
  sound: 'M3 6h3l4-3v10l-4-3H3zM12 5.5a4 4 0 0 1 0 5M13.5 3.5a7 7 0 0 1 0 9',
  silent: 'M3 6h3l4-3v10l-4-3H3zM12 6l3.5 4M15.5 6L12 10',
  whole: 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4',
};

export const Icon = ({ name }) =>
  h('svg', { class: 'icon', viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, h('path', { d: PATHS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5, 'stroke-linejoin': 'round', 'stroke-linecap': 'round' }));
