create table inquiries.call_writeup (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  patient_id uuid,
  reason text not null check (reason ~ '^[a-z_]{2,40}$'),
  outcome text not null check (outcome ~ '^[a-z_]{2,40}$'),
  note text not null default '' check (length(note) <= 400),
  written_by uuid not null references access.account,
  written_at timestamptz not null,
  primary key (organization_id, call_id),
  foreign key (organization_id, call_id) references inquiries.call
);
comment on table inquiries.call_writeup is 'What a call was about and how it ended, in its owner''s words';
comment on column inquiries.call_writeup.reason is 'Code of the file inquiries/reasons.csv';
comment on column inquiries.call_writeup.outcome is 'Code of the file inquiries/outcomes.csv';
comment on column inquiries.call_writeup.note is 'Two lines at most; about the patient, so it is shown where she may be seen';
call kernel.protect('inquiries.call_writeup', 'select, insert', 'patient_id');
