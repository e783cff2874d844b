create table scheduling.session (
  organization_id uuid not null,
  id uuid not null,
  practitioner_id uuid not null,
  site_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  effective_from date not null,
  effective_to date,
  ended_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  primary key (organization_id, id),
  constraint session_time check (closes > opens),
  constraint session_dates check (effective_to is null or effective_to >= effective_from)
);
create index on scheduling.session (organization_id, site_id);
create index on scheduling.session (organization_id, practitioner_id);
comment on table scheduling.session is 'When a practitioner sees patients at a site, week by week; openings follow from it and are never stored';
comment on column scheduling.session.weekday is '1 Monday to 7 Sunday, on the clinic''s calendar';
comment on column scheduling.session.opens is 'On the clinic''s wall';
comment on column scheduling.session.effective_to is 'Last date; equal to the first for an extra session of one day; null while it goes on';
comment on column scheduling.session.ended_at is 'Taken out of the book; kept for the history';
call kernel.protect('scheduling.session', 'select, insert, update');

create table scheduling.session_visit_type (
  organization_id uuid not null,
  session_id uuid not null,
  visit_type_id uuid not null,
  primary key (organization_id, session_id, visit_type_id),
  foreign key (organization_id, session_id) references scheduling.session
);
comment on table scheduling.session_visit_type is 'What may be booked in a session';
call kernel.protect('scheduling.session_visit_type', 'select, insert, delete');

create table scheduling.closure (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  practitioner_id uuid,
  local_from timestamp not null,
  local_to timestamp not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  reason text not null check (reason <> ''),
  created_by uuid,
  created_at timestamptz not null,
  lifted_at timestamptz,
  primary key (organization_id, id)
);
create index on scheduling.closure (organization_id, site_id, ends_at);
comment on table scheduling.closure is 'Time in which a site, or one practitioner there, gives no visits';
comment on column scheduling.closure.practitioner_id is 'Null: the whole site';
comment on column scheduling.closure.lifted_at is 'Taken back; kept for the history';
call kernel.protect('scheduling.closure', 'select, insert, update');

create table scheduling.to_move (
  organization_id uuid not null,
  closure_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  noted_at timestamptz not null,
  primary key (organization_id, closure_id, visit_id),
  foreign key (organization_id, closure_id) references scheduling.closure,
  foreign key (organization_id, visit_id) references scheduling.visit
);
create index on scheduling.to_move (organization_id, visit_id);
comment on table scheduling.to_move is 'Visits that stay booked though a closure was laid over them, until somebody moves or cancels each';
call kernel.protect('scheduling.to_move', 'select, insert, delete', 'patient_id');

create table scheduling.may_overlap (
  organization_id uuid not null,
  visit_type_id uuid not null,
  other_visit_type_id uuid not null,
  primary key (organization_id, visit_type_id, other_visit_type_id),
  constraint may_overlap_in_order check (visit_type_id <= other_visit_type_id)
);
comment on table scheduling.may_overlap is 'Pairs of visit types that one patient may have at the same time: a lab draw beside the doctor''s hour';
call kernel.protect('scheduling.may_overlap', 'select, insert, delete');
