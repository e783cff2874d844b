-- A caller may speak for two patients in one call. What is typed is about one of them and stands with her alone; for each
-- of the others in whose name something was done it is kept what it was and how it ended, and no words.
create table inquiries.call_also_about (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  patient_id uuid not null,
  reason text not null check (reason ~ '^[a-z_]{2,40}$'),
  outcome text not null check (outcome ~ '^[a-z_]{2,40}$'),
  written_by uuid not null references access.account,
  written_at timestamptz not null,
  primary key (organization_id, call_id, patient_id),
  foreign key (organization_id, call_id) references inquiries.call
);
create index on inquiries.call_also_about (organization_id, patient_id, written_at);
comment on table inquiries.call_also_about is 'A patient in whose name something was done in a call whose words are about another';
comment on column inquiries.call_also_about.reason is 'Code of the file inquiries/reasons.csv';
comment on column inquiries.call_also_about.outcome is 'Code of the file inquiries/outcomes.csv';
call kernel.protect('inquiries.call_also_about', 'select, insert', 'patient_id');

-- What she wrote up today.
create index on inquiries.call_writeup (organization_id, written_by, written_at);

-- A complaint is drawn on no call and on no patient's page, so it is no reason of a call either.
update inquiries.call_writeup set reason = 'other' where reason = 'complaint';
