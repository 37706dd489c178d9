import { Empty, h } from '../ui.js';

export const admin = { path: 'admin', right: 'administer', View: () => h(Empty) };
