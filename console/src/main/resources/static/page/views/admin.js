// Administration, a tab for each thing that is administered: #/admin/plans, …

import { h } from '../ui.js';
import { words } from '../words.js';
import { Acts, Calls } from './admin/logs.js';
import { Keys } from './admin/keys.js';
import { People } from './admin/people.js';
import { Plans } from './admin/plans.js';
import { Limits } from './admin/limits.js';
import { Users } from './admin/users.js';

const w = words({
  plans: ['地图版本', 'Plan'],
  limits: ['限员', 'Limits'],
  people: ['人员与定位卡', 'People and tags'],
  users: ['用户', 'Users'],
  keys: ['厂商密钥', 'Vendor keys'],
  acts: ['操作审计', 'Audit log'],
  calls: ['接口日志', 'API calls'],
});

const TABS = { plans: Plans, limits: Limits, people: People, users: Users, keys: Keys, acts: Acts, calls: Calls };

export function View({ site, rest }) {
  const tab = TABS[rest[0]] ? rest[0] : 'plans';
  return h(
    'div',
    { class: 'stack' },
    h(
      'nav',
      { class: 'tabs' },
      Object.keys(TABS).map((each) => h('a', { key: each, href: `#/admin/${each}`, class: each === tab ? 'here' : '', 'aria-current': each === tab ? 'page' : undefined }, w(each))),
    ),
    h(TABS[tab], { key: tab, site }),
  );
}
