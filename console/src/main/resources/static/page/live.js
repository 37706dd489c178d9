// What is now at one site, kept up over a WebSocket (/api/v1/live). One store for the whole page: views read it and are told of changes.

const RETRY_MS = [500, 1000, 2000, 5000];
/** The same as on the server: three of the longest legal sampling gaps. */
export const STALE_MS = 15_000;

const empty = () => ({
  site: null,
  /** connecting | live | lost */
  link: 'connecting',
  /** Server's clock minus ours, ms. */
  skew: 0,
  heardAt: 0,
  plan: null,
  people: new Map(),
  alarms: new Map(),
  gatherings: new Map(),
  headcounts: null,
});

let state = empty();
let socket = null;
let retry = 0;
let timer = 0;
const listeners = new Set();

export const live = () => state;
/** The server's time now, ms. */
export const serverNow = () => Date.now() + state.skew;
export const isStale = (person, now = serverNow()) => now - person.heard > STALE_MS;

/** `listener(what)` with a Set of what changed: link, plan, people, alarms, gatherings, headcounts. Returns what ends it. */
export function onLive(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (...what) => {
  const changed = new Set(what.flat());
  listeners.forEach((each) => each(changed));
};

/** Follows this site from now on; null = none. */
export function follow(site) {
  if (site === state.site && socket) return;
  clearTimeout(timer);
  socket?.close();
  socket = null;
  state = empty();
  state.site = site;
  retry = 0;
  tell('link', 'plan', 'people', 'alarms', 'gatherings', 'headcounts');
  if (site) connect();
}

function connect() {
  const site = state.site;
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const own = new WebSocket(`${scheme}://${location.host}/api/v1/live?site=${encodeURIComponent(site)}`);
  socket = own;
  own.onmessage = (message) => {
    if (own === socket) take(JSON.parse(message.data));
  };
  own.onclose = () => {
    if (own !== socket) return;
    state.link = 'lost';
    tell('link');
    timer = setTimeout(connect, RETRY_MS[Math.min(retry++, RETRY_MS.length - 1)]);
  };
}

function take(message) {
  const what = [];
  state.skew = Date.parse(message.now) - Date.now();
  state.heardAt = Date.now();
  retry = 0;
  if (state.link !== 'live') {
    state.link = 'live';
    what.push('link');
  }
  if (message.type === 'snapshot') {
    state.people = new Map();
    state.alarms = new Map();
    state.gatherings = new Map();
    what.push('people', 'alarms', 'gatherings');
  }
  if (message.plan !== undefined) {
    state.plan = message.plan;
    what.push('plan');
  }
  if (message.people) {
    for (const each of message.people) {
      state.people.set(each.id, { ...each, heard: Date.parse(each.heard_at) });
    }
    what.push('people');
  }
  if (message.moves) {
    for (const [id, x, y, floor, accuracy, heard, fences] of message.moves) {
      const before = state.people.get(id);
      if (before) state.people.set(id, { ...before, x, y, floor, accuracy, heard, fence_ids: fences });
    }
    what.push('people');
  }
  if (message.gone?.length) {
    message.gone.forEach((id) => state.people.delete(id));
    what.push('people');
  }
  if (message.alarms) {
    message.alarms.forEach((each) => state.alarms.set(each.alarm_id, each));
    what.push('alarms');
  }
  if (message.closed) {
    message.closed.forEach((id) => state.alarms.delete(id));
    what.push('alarms');
  }
  if (message.gatherings) {
    state.gatherings = new Map(message.gatherings.map((each) => [each.id, each]));
    what.push('gatherings');
  }
  if (message.headcounts !== undefined) {
    state.headcounts = message.headcounts;
    what.push('headcounts');
  }
  if (what.length) tell(what);
}
