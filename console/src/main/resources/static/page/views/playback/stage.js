// Where a playback is shown: a panel of who and what, the plan, and the player under it.

import { Select, h, useLive, useState } from '../../ui.js';
import { PeopleMap } from '../../map/peopleMap.js';
import { floorsOf } from '../../map/plan.js';
import { word, words } from '../../words.js';

const w = words({ every: ['所有楼层', 'All floors'], no_plan: ['尚无平面图', 'No plan yet'] });

export function Stage({ panel, player, people, shapes, focus, onMap }) {
  const plan = useLive(['plan'], 500).plan;
  const [floor, setFloor] = useState('');
  const floors = floorsOf(plan);
  return h(
    'div',
    { class: 'stage' },
    h('section', { class: 'panel stage-panel' }, panel),
    h(
      'div',
      { class: 'stage-map' },
      plan ? h(PeopleMap, { plan, floor: floor === '' ? null : Number(floor), people, shapes, focus, onMap }) : h('p', { class: 'empty' }, w('no_plan')),
      floors.length > 1 &&
        h(Select, { class: 'stage-floor', value: floor, onValue: setFloor, 'aria-label': word('floor'), options: [['', w('every')], ...floors.map((each) => [String(each), `${word('floor')} ${each}`])] }),
    ),
    player && h('div', { class: 'stage-player panel' }, player),
  );
}
