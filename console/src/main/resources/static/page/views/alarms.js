import { Empty, h } from '../ui.js';

export const alarms = { path: 'alarms', right: 'history', View: () => h(Empty) };
