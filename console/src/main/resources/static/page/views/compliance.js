import { Empty, h } from '../ui.js';

export const compliance = { path: 'compliance', right: 'live', View: () => h(Empty) };
