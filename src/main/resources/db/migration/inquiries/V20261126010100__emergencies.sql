-- What was done at a red flag, from the first word to its end. The columns hold what stands; the steps hold everything
-- that was given, in order, so that two screens lose nothing.
create table inquiries.emergency (
  organization_id uuid not null references access.organization,
  emergency_id uuid not null,
  flag text not null check (flag ~ '^RF[0-9]{2,3}$'),
  call_id uuid,
  patient_id uuid,
  opened_by uuid not null references access.account,
  opened_at timestamptz not null,
  place text not null default '' check (length(place) <= 300),
  callback text not null default '' check (length(callback) <= 60),
  dialler text check (dialler in ('caller', 'companion', 'us_colleague', 'not_needed')),
  target text not null default '' check (length(target) <= 300),
  taken_by text not null default '' check (length(taken_by) <= 120),
  spoke_at timestamptz,
  note text not null default '' check (length(note) <= 500),
  outcome text check (outcome in ('help_on_the_way', 'clinician', 'hotline', 'cut_off', 'mistake')),
  closed_by uuid references access.account,
  closed_at timestamptz,
  primary key (organization_id, emergency_id),
  check ((closed_at is null) = (outcome is null)),
  check ((closed_at is null) = (closed_by is null)),
  check ((spoke_at is null) = (taken_by = '')),
  check (outcome <> 'clinician' or spoke_at is not null)
);
create unique index on inquiries.emergency (organization_id, opened_by) where closed_at is null;
comment on table inquiries.emergency is 'A red flag in a contact, and what was done until it was closed; one open for each person at a clinic';
comment on column inquiries.emergency.flag is 'Code of the sign in the data file of red flags';
comment on column inquiries.emergency.call_id is 'The call in which it was said; null when there was none';
comment on column inquiries.emergency.place is 'Where the caller is, as she said it';
comment on column inquiries.emergency.dialler is 'Who dials 911';
comment on column inquiries.emergency.target is 'To whom the call is handed over: name and number as they were then';
comment on column inquiries.emergency.spoke_at is 'When the clinician who took the call spoke';
call kernel.protect('inquiries.emergency', 'select, insert, update', 'patient_id');
call access.findable('emergency', 'inquiries.emergency', 'emergency_id');

create table inquiries.emergency_step (
  organization_id uuid not null,
  step_id uuid not null,
  emergency_id uuid not null,
  patient_id uuid,
  step text not null check (step in ('opened', 'flag', 'place', 'dialler', 'target', 'taken', 'note', 'closed')),
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, step_id),
  foreign key (organization_id, emergency_id) references inquiries.emergency
);
create index on inquiries.emergency_step (organization_id, emergency_id, step_id);
comment on table inquiries.emergency_step is 'Each thing given in an emergency: what, by whom, when; nothing is ever taken away';
comment on column inquiries.emergency_step.words is 'A code, or what was typed';
call kernel.protect('inquiries.emergency_step', 'select, insert', 'patient_id');

-- A person books nothing while an emergency of hers is open, at whichever clinic.
create table inquiries.set_aside (
  account_id uuid not null references access.account,
  emergency_id uuid not null,
  primary key (account_id, emergency_id)
);
comment on table inquiries.set_aside is 'Who books nothing now, and for which emergency; ids only';
grant select, insert, delete on inquiries.set_aside to ${application};
grant select on inquiries.set_aside to ${backup};
