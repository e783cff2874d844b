create table scheduling.drawn (
  organization_id uuid not null,
  account_id uuid not null,
  site_id uuid not null,
  day date not null,
  patient_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, account_id, site_id, day, patient_id)
);
create index on scheduling.drawn (organization_id, account_id, at);
comment on table scheduling.drawn is
  'Patients whom somebody has seen drawn on a day, so that a live view writes into the audit only who is new; for two days';
call kernel.protect('scheduling.drawn', 'select, insert, delete', 'patient_id');
