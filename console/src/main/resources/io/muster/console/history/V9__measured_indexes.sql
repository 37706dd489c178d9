-- Head counts at a moment are asked of all zones: without this a whole day was read for an hour of it.
CREATE INDEX occupancy_by_time ON occupancy (site, at);
