import { Empty, h } from '../ui.js';

export const now = { path: 'now', right: 'live', View: () => h(Empty) };
