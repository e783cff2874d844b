create table inquiries.call_part (
  organization_id uuid not null references access.organization,
  part_id uuid not null,
  call_id uuid not null,
  patient_id uuid,
  reason text not null check (reason ~ '^[a-z_]{2,40}$'),
  outcome text not null check (outcome ~ '^[a-z_]{2,40}$'),
  note text not null default '' check (length(note) <= 400),
  promise_id uuid,
  written_by uuid not null references access.account,
  written_at timestamptz not null,
  primary key (organization_id, part_id),
  foreign key (organization_id, call_id) references inquiries.call,
  check (note <> '' or promise_id is not null)
);
create index on inquiries.call_part (organization_id, call_id, part_id);
create index on inquiries.call_part (organization_id, patient_id, written_at);
create index on inquiries.call_part (organization_id, written_by, written_at);
comment on table inquiries.call_part is
  'What somebody noted and promised in a call that went on to a colleague, in her words; the write-up is whoever had it last';
comment on column inquiries.call_part.note is 'Two lines at most; about the patient, so it is shown where she may be seen';
call kernel.protect('inquiries.call_part', 'select, insert, update', 'patient_id');
