-- What texts do with visits: which one was done what with, and which list was asked.
create table inquiries.text_act (
  organization_id uuid not null,
  act_id uuid not null,
  text_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  from_digits text not null collate "C",
  act text not null check (act in ('confirmed', 'cancelled', 'undone')),
  at timestamptz not null,
  primary key (organization_id, act_id),
  foreign key (organization_id, text_id) references inquiries.text_in,
  foreign key (organization_id, visit_id) references scheduling.visit
);
create index on inquiries.text_act (organization_id, from_digits, at);
create index on inquiries.text_act (organization_id, text_id);
comment on table inquiries.text_act is 'What a text did with a visit by itself; append-only. UNDO takes the last cancelling back';
call kernel.protect('inquiries.text_act', 'select, insert', 'patient_id');

create table inquiries.text_question (
  organization_id uuid not null,
  question_id uuid not null,
  text_id uuid not null,
  from_digits text not null collate "C",
  act text not null check (act in ('confirm', 'cancel', 'reschedule')),
  visits uuid[] not null check (cardinality(visits) between 2 and 9),
  asked_at timestamptz not null,
  answered_at timestamptz,
  primary key (organization_id, question_id),
  foreign key (organization_id, text_id) references inquiries.text_in
);
create index on inquiries.text_question (organization_id, from_digits, asked_at);
comment on table inquiries.text_question is 'A numbered list was sent, and a digit picks from it; the newest of a number counts, for a day';
call kernel.protect('inquiries.text_question', 'select, insert, update');
