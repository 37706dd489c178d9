// What a control room looks at all day: the map, the alarms that stand, the head counts.

import { live } from '../live.js';
import { h, useEffect, useLanguage, useLive, useMemo, useRef, useState } from '../ui.js';
import { words } from '../words.js';
import { floorOf, thingOf } from './now/about.js';
import { AlarmList } from './now/alarmList.js';
import { isUnheard } from './now/alarmOrder.js';
import { Card } from './now/cards.js';
import { Counts } from './now/counts.js';
import { Filters, NO_FILTER, Search, matcher } from './now/filters.js';
import { MapPane } from './now/mapPane.js';
import { startSound } from './now/sound.js';

const w = words({
  map: ['地图', 'Map'],
  alarms: ['报警', 'Alarms'],
  counts: ['人数', 'Head counts'],
});

const TABS = ['map', 'alarms', 'counts'];
const NOBODY = new Set();
const isNarrow = () => matchMedia('(max-width: 720px)').matches;

/** `#/now/person/ID` and `#/now/zone/ID` open with that card. */
export function View({ site, rest }) {
  useLanguage();
  const map = useRef(null);
  const [floor, setFloor] = useState(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, choose] = useState(null);
  const [follow, setFollow] = useState(false);
  const [alarm, setAlarm] = useState(null);
  const [tab, setTab] = useState('map');
  const matches = useMemo(() => matcher(filter), [filter]);
  const marked = useMemo(() => (alarm ? new Set(alarm.trackable_ids) : NOBODY), [alarm]);
  useEffect(startSound, []);
  useEffect(() => {
    const [type, id] = rest;
    if (['person', 'zone'].includes(type) && id) show({ type, id: decodeURIComponent(id) });
  }, [rest.join('/')]);

  function show(thing) {
    setFollow(false);
    choose(thing);
    if (!thing) return;
    const own = thing.type === 'zone' ? live().plan?.zones.find((each) => each.id === thing.id)?.floor : thing.type === 'person' ? live().people.get(thing.id)?.floor : live().gatherings.get(thing.id)?.floor;
    if (floor !== null && own != null && own !== floor) setFloor(own);
    map.current?.fly(thing);
  }

  function open(next) {
    setAlarm(next);
    if (!next) return;
    setFollow(false);
    const own = floorOf(next);
    if (floor !== null && own !== null && own !== floor) setFloor(own);
    const thing = thingOf(next);
    choose(isNarrow() ? null : thing);
    if (thing) map.current?.fly(thing);
    else map.current?.flyToPeople(next.trackable_ids);
  }

  /** On a phone the list lies over the map. */
  const onMap = (next) => {
    setTab('map');
    choose(thingOf(next));
  };
  const onPerson = (id) => {
    setTab('map');
    show({ type: 'person', id });
  };
  const onZone = (id) => {
    setTab('map');
    show({ type: 'zone', id });
  };
  const pick = (thing) => {
    setFollow(false);
    choose(thing);
  };
  return h(
    'div',
    { class: 'now', 'data-tab': tab },
    h(Counts, { chosen: chosen?.type === 'zone' ? chosen.id : null, onZone }),
    h(
      'div',
      { class: 'middle' },
      h('div', { class: 'tools' }, h(Filters, { filter, onFilter: setFilter })),
      h(MapPane, {
        children: h(Search, { onPerson }),
        floor,
        onFloor: setFloor,
        matches,
        chosen,
        marked,
        follow,
        onPick: pick,
        onLoose: () => setFollow(false),
        onMap: (own) => {
          map.current = own;
          window.muster = { ...window.muster, map: own };
        },
      }),
      chosen && h(Card, { site, chosen, follow, onFollow: setFollow, onTrack: (points) => map.current?.track(points), onClose: () => pick(null), onPerson, onZone, onAlarm: open }),
    ),
    h(AlarmList, { site, open: alarm?.alarm_id ?? null, onOpen: open, onMap, onPerson, onZone }),
    h(Tabs, { tab, onTab: setTab }),
  );
}

/** On a phone one of three is seen; elsewhere alarms and head counts share a column where it is narrow. */
function Tabs({ tab, onTab }) {
  const state = useLive(['alarms'], 300);
  const unheard = [...state.alarms.values()].filter(isUnheard).length;
  return h(
    'nav',
    { class: 'now-tabs' },
    TABS.map((each) =>
      h('button', { type: 'button', key: each, 'data-tab-of': each, 'aria-current': each === tab ? 'page' : undefined, onClick: () => onTab(each) }, w(each), each === 'alarms' && unheard > 0 && h('b', null, unheard)),
    ),
  );
}
