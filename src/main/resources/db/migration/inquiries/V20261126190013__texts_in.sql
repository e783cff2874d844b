-- What people text to a clinic: kept as it came, read by rules first, and by a person when they do not settle it.
create table inquiries.text_in (
  organization_id uuid not null references access.organization,
  text_id uuid not null,
  carrier_id text not null check (length(carrier_id) between 1 and 64),
  from_number text not null check (length(from_number) between 1 and 60),
  from_digits text not null collate "C" check (from_digits ~ '^[0-9]{0,60}$'),
  to_number text not null check (length(to_number) between 1 and 60),
  body text not null check (length(body) <= 4000),
  media int not null check (media >= 0),
  came_at timestamptz not null,
  reading text not null check (reading ~ '^[a-z_]{2,20}$'),
  danger text not null default '' check (length(danger) <= 20),
  why text not null check (why ~ '^[a-z_]{0,20}$'),
  behind int not null default 0 check (behind >= 0),
  replied text not null default '' check (replied ~ '^[a-z_]{0,20}$'),
  reply_id uuid,
  owner uuid references access.account,
  owned_at timestamptz,
  became text not null default '' check (became in ('', 'itself', 'done', 'message', 'answered', 'call_back')),
  done_by uuid references access.account,
  done_at timestamptz,
  note text not null default '' check (length(note) <= 1000),
  version int not null default 1,
  primary key (organization_id, text_id),
  unique (organization_id, carrier_id),
  check ((owner is null) = (owned_at is null)),
  check ((became = '') = (done_at is null)),
  check ((became in ('', 'itself')) = (done_by is null))
);
create index text_in_to_read on inquiries.text_in (organization_id, came_at) where became = '';
create index on inquiries.text_in (organization_id, from_digits, came_at);
comment on table inquiries.text_in is 'A text that came in, until it is settled: by itself, or by a person';
comment on column inquiries.text_in.carrier_id is 'As the carrier names it: what is brought twice is taken once';
comment on column inquiries.text_in.reading is 'What it was taken for: danger, stop, start, help, confirm, cancel, reschedule, undo, digit, words';
comment on column inquiries.text_in.danger is 'Code of the red flag whose words stand in it; empty for none';
comment on column inquiries.text_in.why is 'Why a person is needed; empty when none is';
comment on column inquiries.text_in.behind is 'How many patients have this number, or somebody who speaks for them has; they stand in inquiries.text_about';
comment on column inquiries.text_in.replied is 'What was answered by itself; empty for nothing';
comment on column inquiries.text_in.reply_id is 'The answer in messaging.outgoing';
comment on column inquiries.text_in.became is 'What became of it; empty while it waits for a person';
call kernel.protect('inquiries.text_in', 'select, insert, update');
call access.findable('text', 'inquiries.text_in', 'text_id');

create table inquiries.text_about (
  organization_id uuid not null,
  text_id uuid not null,
  patient_id uuid not null,
  primary key (organization_id, text_id, patient_id),
  foreign key (organization_id, text_id) references inquiries.text_in
);
create index on inquiries.text_about (organization_id, patient_id);
comment on table inquiries.text_about is
  'Who may have written a text: whoever has its number. Who may not see one of them from where she works sees the text closed';
call kernel.protect('inquiries.text_about', 'select, insert', 'patient_id');

create table inquiries.text_step (
  organization_id uuid not null,
  step_id uuid not null,
  text_id uuid not null,
  step text not null check (step in ('came', 'replied', 'taken', 'returned', 'answered', 'message', 'call_back', 'done')),
  words text not null default '',
  by_id uuid references access.account,
  at timestamptz not null,
  primary key (organization_id, step_id),
  foreign key (organization_id, text_id) references inquiries.text_in
);
create index on inquiries.text_step (organization_id, text_id, step_id);
comment on table inquiries.text_step is 'What was done with a text, by whom, when, with which words; append-only';
call kernel.protect('inquiries.text_step', 'select, insert');
