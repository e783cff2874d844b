-- What a caller wants of the clinic that nobody can answer at once: to a role of the clinic, with its way back.
create table inquiries.message (
  organization_id uuid not null references access.organization,
  message_id uuid not null,
  call_id uuid,
  patient_id uuid,
  said_name text not null default '' check (length(said_name) <= 120),
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  words text not null check (length(btrim(words)) between 1 and 2000),
  number text not null check (length(btrim(number)) between 1 and 60),
  hour text not null default '' check (length(hour) <= 80),
  may_leave text not null check (may_leave in ('yes', 'no', 'not_asked')),
  pharmacy text not null default '' check (length(pharmacy) <= 160),
  wanted_by timestamptz not null,
  to_role text not null check (to_role ~ '^[a-z_]{2,40}$'),
  taken_by uuid not null references access.account,
  taken_at timestamptz not null,
  read_by uuid references access.account,
  read_at timestamptz,
  status text not null check (status in ('open', 'answered', 'handed_back', 'done')),
  settled text check (settled in ('answered', 'handed_back')),
  settled_by uuid references access.account,
  settled_at timestamptz,
  settled_words text not null default '' check (length(settled_words) <= 2000),
  done_by uuid references access.account,
  done_at timestamptz,
  version int not null default 1,
  primary key (organization_id, message_id),
  foreign key (organization_id, call_id) references inquiries.call,
  check (patient_id is null or said_name = ''),
  check ((read_by is null) = (read_at is null)),
  check ((settled is null) = (settled_by is null)),
  check ((settled is null) = (settled_at is null)),
  check ((settled is null) = (settled_words = '')),
  check ((status = 'open') = (settled is null)),
  check (status in ('open', 'done') or status = settled),
  check ((status = 'done') = (done_by is not null)),
  check ((done_by is null) = (done_at is null))
);
create index on inquiries.message (organization_id, to_role, wanted_by) where status = 'open';
create index on inquiries.message (organization_id, taken_by, taken_at) where status <> 'done';
create index on inquiries.message (organization_id, wanted_by) where status <> 'done';
create index on inquiries.message (organization_id, call_id);
create index on inquiries.message (organization_id, patient_id, taken_at);
comment on table inquiries.message is 'A message of a caller for the clinic, until the caller has the answer';
comment on column inquiries.message.call_id is 'The call in which it was taken; null when it came otherwise';
comment on column inquiries.message.patient_id is 'Whom it is about; in a call only who was proven in it';
comment on column inquiries.message.said_name is 'The name that the caller said, of somebody not proven; empty when about no patient';
comment on column inquiries.message.kind is 'Code of the file inquiries/message_kinds.csv';
comment on column inquiries.message.words is 'The caller''s own words';
comment on column inquiries.message.number is 'Where the caller is reached best, as said';
comment on column inquiries.message.hour is 'When she is reached best, in her words';
comment on column inquiries.message.may_leave is 'Whether a message may be left at that number';
comment on column inquiries.message.to_role is 'The role of the clinic whose message it is';
comment on column inquiries.message.read_by is 'Who of that role opened it first; null again when it is passed on';
comment on column inquiries.message.settled_words is 'The answer, or why it was handed back';
comment on column inquiries.message.done_by is 'Who told the caller';
call kernel.protect('inquiries.message', 'select, insert, update', 'patient_id');
call access.findable('message', 'inquiries.message', 'message_id');

create table inquiries.message_step (
  organization_id uuid not null,
  step_id uuid not null,
  message_id uuid not null,
  patient_id uuid,
  step text not null check (step in ('taken', 'read', 'answered', 'handed_back', 'passed', 'done', 'reopened')),
  to_role text not null,
  words text not null default '',
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, step_id),
  foreign key (organization_id, message_id) references inquiries.message
);
create index on inquiries.message_step (organization_id, message_id, step_id);
comment on table inquiries.message_step is 'Each change of a message: what, by whom, when, with which words; nothing is ever taken away';
comment on column inquiries.message_step.to_role is 'Whose message it was after this step';
call kernel.protect('inquiries.message_step', 'select, insert', 'patient_id');
