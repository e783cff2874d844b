-- Visits by video that were booked before this have no line here, and stay as they are until they move or somebody says it.
create table scheduling.video_said (
  organization_id uuid not null,
  line_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  address text not null default '' check (address = '' or (address like 'https://%' and length(address) <= 500)),
  said_by uuid,
  said_at timestamptz not null,
  primary key (organization_id, line_id),
  foreign key (organization_id, visit_id) references scheduling.visit
);
create index on scheduling.video_said (organization_id, visit_id, line_id);
create index on scheduling.video_said (organization_id, patient_id);
comment on table scheduling.video_said is
  'Where a patient will be during a visit by video, and where it is joined; the newest stands, append-only';
comment on column scheduling.video_said.state is 'Two letters of the state that she will be in, as she said when it was booked; the licence follows it';
comment on column scheduling.video_said.address is 'https only; empty while nobody has it yet';
call kernel.protect('scheduling.video_said', 'select, insert', 'patient_id');
