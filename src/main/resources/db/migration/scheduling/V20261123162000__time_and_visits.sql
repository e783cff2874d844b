create schema scheduling;
comment on schema scheduling is 'Weekly sessions, closures, time taken, holds and visits';
grant usage on schema scheduling to ${application}, ${backup};

-- Time that is taken. This table, and nothing above it, refuses a double booking.
create table scheduling.occupancy (
  organization_id uuid not null,
  kind text not null check (kind in ('device', 'patient', 'practitioner', 'room')),
  resource_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('held', 'booked')),
  until timestamptz,
  holder_id uuid not null,
  beside uuid not null,
  patient_id uuid generated always as (case when kind = 'patient' then resource_id end) stored,
  primary key (organization_id, kind, resource_id, starts_at, holder_id),
  constraint occupancy_time check (ends_at > starts_at and ends_at <= starts_at + interval '1 day'),
  constraint occupancy_held_until check ((state = 'held') = (until is not null)),
  constraint occupancy_once exclude using gist (
    organization_id with =, kind with =, resource_id with =, tstzrange(starts_at, ends_at) with &&, beside with <>)
);
create index on scheduling.occupancy (organization_id, holder_id);
comment on table scheduling.occupancy is
  'One row per resource and time taken, held or booked; the exclusion refuses a second one, holds included';
comment on column scheduling.occupancy.until is 'When a hold ends; an ended hold is deleted by whoever needs its time';
comment on column scheduling.occupancy.holder_id is 'The hold while held, the visit once booked';
comment on column scheduling.occupancy.beside is
  'Its own visit; the same as another''s where the two may overlap: a visit and the hold that moves it, a lab draw beside the doctor''s hour';
comment on column scheduling.occupancy.patient_id is 'Set for rows of kind patient alone, which are under the location gate; all others show as busy';
call kernel.protect('scheduling.occupancy', 'select, insert, update, delete', 'patient_id');

create table scheduling.hold (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  practitioner_id uuid not null,
  site_id uuid not null,
  visit_type_id uuid not null,
  moves_visit_id uuid,
  local_start timestamp not null,
  zone text not null,
  fold text not null check (fold in ('earlier', 'later')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  account_id uuid not null,
  held_at timestamptz not null,
  until timestamptz not null,
  primary key (organization_id, id)
);
create index on scheduling.hold (organization_id, account_id);
create index on scheduling.hold (organization_id, site_id, starts_at);
comment on table scheduling.hold is 'A time kept for a patient while the specialist books it: five minutes, renewed while the page is open, twenty at most';
comment on column scheduling.hold.moves_visit_id is 'The visit that will move to this time; null for a new visit';
call kernel.protect('scheduling.hold', 'select, insert, update, delete', 'patient_id');

create table scheduling.visit (
  organization_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  site_id uuid not null,
  practitioner_id uuid,
  visit_type_id uuid,
  local_start timestamp not null,
  zone text not null check (zone ~ '/'),
  fold text not null check (fold in ('earlier', 'later')),
  zone_data text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  status text not null check (status in ('booked', 'arrived', 'done', 'missed', 'cancelled')),
  arrived_at timestamptz,
  done_at timestamptz,
  missed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text check (cancelled_by in ('patient', 'representative', 'clinic', 'practitioner', 'payer')),
  cancel_reason text,
  origin text not null check (origin in ('here', 'imported')),
  source_id text,
  title text,
  version int not null check (version > 0),
  booked_by uuid,
  booked_at timestamptz not null,
  primary key (organization_id, id),
  constraint visit_time check (ends_at > starts_at or (origin = 'imported' and ends_at >= starts_at)),
  constraint visit_booked check (status <> 'booked' or (arrived_at is null and done_at is null)),
  constraint visit_arrived check (status <> 'arrived' or (arrived_at is not null and done_at is null)),
  constraint visit_done check ((status = 'done') = (done_at is not null)),
  constraint visit_missed check ((status = 'missed') = (missed_at is not null) and (missed_at is null or arrived_at is null)),
  constraint visit_cancelled check ((status = 'cancelled') = (cancelled_at is not null)
    and (status = 'cancelled') = (cancelled_by is not null) and (status = 'cancelled') = (cancel_reason is not null)),
  constraint visit_origin check ((origin = 'imported') = (source_id is not null)),
  constraint visit_here_is_whole check (origin = 'imported' or (practitioner_id is not null and visit_type_id is not null))
);
create unique index on scheduling.visit (organization_id, source_id);
create index on scheduling.visit (organization_id, patient_id, starts_at);
create index on scheduling.visit (organization_id, site_id, starts_at);
create index on scheduling.visit (organization_id, practitioner_id, starts_at);
create index on scheduling.visit (organization_id, starts_at);
comment on table scheduling.visit is 'A patient''s visit: the time on the clinic''s wall, its zone and fold; the instant is derived in Java';
comment on column scheduling.visit.zone_data is 'Release of the tz database that derived the instants';
comment on column scheduling.visit.origin is 'here: booked with us and protected by occupancy; imported: history from a file, outside the protection';
comment on column scheduling.visit.source_id is 'Where an imported visit came from; loading it twice finds it again';
comment on column scheduling.visit.title is 'What an imported visit was, in the words of its file; null for visits booked here, whose type says it';
comment on column scheduling.visit.version is 'Rises with every change; who changes an older version is told';
call kernel.protect('scheduling.visit', 'select, insert, update', 'patient_id');

create table scheduling.visit_change (
  organization_id uuid not null,
  id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  act text not null check (act in ('booked', 'moved', 'arrived', 'done', 'missed', 'cancelled', 'taken back')),
  version int not null,
  local_start timestamp not null,
  zone text not null,
  practitioner_id uuid,
  site_id uuid not null,
  reason text not null,
  primary key (organization_id, id),
  foreign key (organization_id, visit_id) references scheduling.visit
);
create index on scheduling.visit_change (organization_id, visit_id, id);
comment on table scheduling.visit_change is 'Every state a visit was in, append-only; the time is the one after the act';
comment on column scheduling.visit_change.reason is 'Why, in the words of who did it; empty where none is asked';
call kernel.protect('scheduling.visit_change', 'select, insert', 'patient_id');
