-- For the job that takes ended holds away; visits are not in the second one.
create index on scheduling.hold (organization_id, until);
create index on scheduling.occupancy (organization_id, until) where state = 'held';
