// The page on one page: who is logged in, which site, which view.

import { get, onLoggedOut } from './api.js';
import { follow, serverNow } from './live.js';
import { ChangePassword, Login, logout, may, user, whoIsIt } from './session.js';
import { Button, Dialog, Empty, Fault, Select, h, render, useClock, useEffect, useErrorBoundary, useLanguage, useLive, useState } from './ui.js';
// Alarms are heard in every view.
import './views/now/sound.js';
import { setLanguage, words } from './words.js';

const w = words({
  now: ['实时', 'Now'],
  alarms: ['报警查询', 'Alarms'],
  playback: ['回放', 'Playback'],
  devices: ['设备', 'Devices'],
  compliance: ['合规', 'Compliance'],
  admin: ['管理', 'Admin'],
  site: ['厂区', 'Site'],
  logout: ['退出', 'Log out'],
  link_live: ['实时连接', 'Live'],
  link_connecting: ['连接中', 'Connecting'],
  link_lost: ['连接中断，数据停留在 {at}', 'Link lost: this is {at}'],
  theme: ['明暗', 'Light / dark'],
  no_site: ['没有您可以查看的厂区', 'There is no site for you to see'],
  waiting: ['未确认报警', 'Unacknowledged'],
  other: ['English', '中文'],
  password: ['修改密码', 'Change your password'],
  orders: ['抑制与停用', 'Orders'],
});

/** A view comes when it is opened: its module exports `View`, which gets {site, rest}. */
const VIEWS = [
  { path: 'now', right: 'live', load: () => import('./views/now.js') },
  { path: 'alarms', right: 'history', load: () => import('./views/alarms.js') },
  { path: 'playback', right: 'history', load: () => import('./views/playback.js') },
  { path: 'orders', right: 'act', load: () => import('./views/orders.js') },
  { path: 'devices', right: 'live', load: () => import('./views/devices.js') },
  { path: 'compliance', right: 'live', load: () => import('./views/compliance.js') },
  { path: 'admin', right: 'administer', load: () => import('./views/admin.js') },
];
const KEEP_ALIVE_MS = 5 * 60_000;

const route = () => {
  const [path, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  return { path, rest };
};

function useRoute() {
  const [at, set] = useState(route());
  useEffect(() => {
    const changed = () => set(route());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return at;
}

function Link() {
  const state = useLive(['link']);
  useClock(1000);
  const text = state.link === 'lost' ? w('link_lost', { at: new Date(state.heardAt + state.skew).toLocaleTimeString() }) : w(`link_${state.link}`);
  return h('span', { class: `link link-${state.link}`, role: 'status' }, text);
}

const Bell = () =>
  h(
    'svg',
    { viewBox: '0 0 16 16', width: '1em', height: '1em', 'aria-hidden': true },
    h('path', { fill: 'currentColor', d: 'M8 1a1 1 0 0 1 1 1v.6A4.5 4.5 0 0 1 12.5 7v3l1.2 1.6a.9.9 0 0 1-.7 1.4H3a.9.9 0 0 1-.7-1.4L3.5 10V7A4.5 4.5 0 0 1 7 2.6V2a1 1 0 0 1 1-1Zm-1.7 13h3.4a1.7 1.7 0 0 1-3.4 0Z' }),
  );

function Waiting() {
  const state = useLive(['alarms'], 200);
  const count = [...state.alarms.values()].filter((each) => each.state.endsWith('unacknowledged')).length;
  return h('a', { class: `waiting ${count ? 'some' : ''}`, href: '#/now', title: w('waiting') }, h(Bell), count);
}

function Clock() {
  useClock(1000);
  return h('time', { class: 'clock' }, new Date(serverNow()).toLocaleTimeString(undefined, { hour12: false }));
}

/** A view, once it has come. What fails in it is said, and the rest of the page goes on. */
function Shown({ view, site, rest }) {
  const [View, setView] = useState(null);
  const [missing, setMissing] = useState(null);
  const [broken, mend] = useErrorBoundary();
  const load = () => {
    setMissing(null);
    view.load().then((module) => setView(() => module.View), setMissing);
  };
  useEffect(load, []);
  if (missing) return h(Fault, { error: missing, again: load });
  if (broken) return h(Fault, { error: broken, again: mend });
  return View ? h(View, { site, rest }) : h(Empty, null, w('loading'));
}

function theme(next) {
  document.documentElement.dataset.theme = next;
  localStorage.setItem('muster.theme', next);
}

function Shell({ onOut }) {
  const language = useLanguage();
  const { path, rest } = useRoute();
  const [sites, setSites] = useState(null);
  const [site, setSite] = useState(localStorage.getItem('muster.site'));
  const [error, setError] = useState(null);
  const load = () =>
    get('/sites').then(
      (all) => {
        setSites(all);
        setError(null);
        if (!all.some((each) => each.id === site)) setSite(all[0]?.id ?? null);
      },
      (refused) => setError(refused),
    );
  useEffect(() => {
    load();
    const timer = setInterval(() => get('/session').catch(() => {}), KEEP_ALIVE_MS);
    return () => clearInterval(timer);
  }, []);
  // A plant that is just starting appears by itself.
  useEffect(() => {
    if (sites?.length || error) return undefined;
    const timer = setInterval(load, 2000);
    return () => clearInterval(timer);
  }, [sites, error]);
  useEffect(() => {
    follow(site);
    if (site) localStorage.setItem('muster.site', site);
  }, [site]);
  const [password, setPassword] = useState(false);
  const views = VIEWS.filter((each) => may(each.right));
  const view = views.find((each) => each.path === path) ?? views[0];
  return h(
    'div',
    { class: 'shell' },
    h(
      'header',
      { class: 'bar' },
      h('a', { class: 'brand', href: '#/now' }, h('img', { src: '/page/icon.svg', alt: '', width: 26 }), 'Muster'),
      sites?.length > 0 &&
        h(Select, { value: site, onValue: setSite, 'aria-label': w('site'), options: sites.map((each) => [each.id, each.name ?? each.id]) }),
      h(
        'nav',
        null,
        views.map((each) => h('a', { href: `#/${each.path}`, class: each === view ? 'here' : '', 'aria-current': each === view ? 'page' : undefined }, w(each.path))),
      ),
      h('span', { class: 'grow' }),
      h(Link),
      h(Waiting),
      h(Clock),
      h(Button, { kind: 'plain', title: w('theme'), 'aria-label': w('theme'), onClick: () => theme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark') }, '◐'),
      h(Button, { kind: 'plain language', onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh') }, w('other')),
      h(Button, { kind: 'plain me', title: w('password'), onClick: () => setPassword(true) }, user().display_name ?? user().name),
      h(Button, { kind: 'plain', onClick: onOut }, w('logout')),
    ),
    h(
      'main',
      { class: `view view-${view.path}` },
      error && h(Fault, { error, again: load }),
      !error && sites && !sites.length && h('p', { class: 'empty' }, w('no_site')),
      site && sites?.length > 0 && h(Shown, { key: `${site}/${view.path}`, view, site, rest }),
    ),
    password &&
      h(Dialog, { title: w('password'), onClose: () => setPassword(false) }, h('div', { class: 'body' }, h(ChangePassword, { onDone: () => setPassword(false) }))),
  );
}

function App() {
  useLanguage();
  const [session, setSession] = useState(null);
  const [, draw] = useState(0);
  const [error, setError] = useState(null);
  const look = () => whoIsIt().then((now) => { setSession(now); setError(null); }, setError);
  useEffect(() => {
    look();
    onLoggedOut(() => {
      follow(null);
      look();
    });
  }, []);
  if (error) return h('main', { class: 'login' }, h(Fault, { error, again: look }));
  if (!session) return null;
  if (!user()) return h(Login, { session, onUser: () => draw((n) => n + 1) });
  if (user().must_change_password) return h('main', { class: 'login' }, h('div', { class: 'panel' }, h(ChangePassword, { must: true, onDone: look })));
  return h(Shell, {
    key: user().name,
    onOut: () =>
      logout()
        .catch(() => {})
        .then(() => {
          follow(null);
          look();
        }),
  });
}

theme(localStorage.getItem('muster.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
render(h(App), document.getElementById('app'));
