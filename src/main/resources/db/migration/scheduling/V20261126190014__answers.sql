-- The patient said that she comes, to the time that the visit had then.
create table scheduling.confirmation (
  organization_id uuid not null references access.organization,
  confirmation_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  visit_version int not null check (visit_version > 0),
  starts_at timestamptz not null,
  channel text not null check (channel in ('text', 'email', 'phone', 'portal')),
  at timestamptz not null,
  by_account uuid references access.account,
  primary key (organization_id, confirmation_id),
  foreign key (organization_id, visit_id) references scheduling.visit
);
create index on scheduling.confirmation (organization_id, visit_id, at);
create index on scheduling.confirmation (organization_id, patient_id);
comment on table scheduling.confirmation is 'The patient said that she comes; append-only. It counts as long as the visit has that time';
comment on column scheduling.confirmation.starts_at is 'When the visit was to begin then: a visit that was moved is not confirmed';
comment on column scheduling.confirmation.by_account is 'Who heard it; null when she answered by herself';
call kernel.protect('scheduling.confirmation', 'select, insert', 'patient_id');

create table scheduling.late_limit (
  organization_id uuid not null references access.organization,
  limit_id uuid not null,
  hours int not null check (hours between 0 and 336),
  set_by uuid references access.account,
  set_at timestamptz not null,
  primary key (organization_id, limit_id)
);
comment on table scheduling.late_limit is
  'So many hours before a visit a patient can no longer cancel it by an answer: a person does. The newest counts, append-only; without one 24';
call kernel.protect('scheduling.late_limit', 'select, insert');
