// Names for the ids that stand in records. People come from the register of tags, since whoever is in a past record may not be seen now.

import { useEffect, useLive, useMemo, useState } from './ui.js';
import { get } from './api.js';

const KEEP_MS = 60_000;
/** The register is asked for once for all views: {site, at, devices}. */
let known = { site: null, at: 0, devices: [] };

async function registerOf(site) {
  if (known.site !== site || Date.now() - known.at > KEEP_MS) {
    known = { site, at: Date.now(), devices: await get(`/sites/${site}/live/devices`) };
  }
  return known.devices;
}

const short = (id) => (/^[0-9a-f]{8}-/.test(id) ? id.slice(0, 8) : id);

/** {person(id), zone(id), people: [[id, name]], zones: [[id, name]]}; an id without a name, or for whoever may not see names, is itself in short. */
export function useNames(site) {
  const plan = useLive(['plan'], 500).plan;
  const [devices, setDevices] = useState(known.site === site ? known.devices : []);
  useEffect(() => {
    let wanted = true;
    registerOf(site).then((all) => wanted && setDevices(all), () => {});
    return () => {
      wanted = false;
    };
  }, [site]);
  return useMemo(() => {
    const people = new Map(devices.filter((each) => each.person_id).map((each) => [each.person_id, each.person_name ?? short(each.person_id)]));
    const zones = new Map((plan?.zones ?? []).map((each) => [each.id, each.name || each.foreign_id]));
    const sorted = (names) => [...names].sort((a, b) => a[1].localeCompare(b[1], 'zh'));
    return {
      person: (id) => people.get(id) ?? short(id),
      zone: (id) => zones.get(id) ?? short(id),
      people: sorted(people),
      zones: sorted((plan?.zones ?? []).filter((each) => each.role !== 'beacon').map((each) => [each.id, zones.get(each.id)])),
    };
  }, [devices, plan]);
}

/** The id of what is called so; what is not known by name is taken as an id. */
export function idOf(names, text) {
  const wanted = text.trim();
  return names.find(([, name]) => name === wanted)?.[0] ?? wanted;
}
