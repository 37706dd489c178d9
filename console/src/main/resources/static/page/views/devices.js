import { Empty, h } from '../ui.js';

export const devices = { path: 'devices', right: 'live', View: () => h(Empty) };
