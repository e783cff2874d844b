-- Who looks like a new patient is not shown while her caller is on the line: it is asked afterwards.
create table inquiries.newcomer (
  organization_id uuid not null references access.organization,
  patient_id uuid not null,
  call_id uuid not null,
  at timestamptz not null,
  asked_at timestamptz,
  primary key (organization_id, patient_id)
);
create index newcomer_to_ask on inquiries.newcomer (organization_id, call_id) where asked_at is null;
comment on table inquiries.newcomer is 'Patients registered while a caller was on the line, of whom nobody who looks alike was shown';
comment on column inquiries.newcomer.call_id is 'The call that was on the line, which may be another clinic''s';
comment on column inquiries.newcomer.asked_at is 'When the call was written up and whoever wrote it was asked to compare, where somebody looks alike';
call kernel.protect('inquiries.newcomer', 'select, insert, update', 'patient_id');
