import { Empty, h } from '../ui.js';

export const playback = { path: 'playback', right: 'history', View: () => h(Empty) };
