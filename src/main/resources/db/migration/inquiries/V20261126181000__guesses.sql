-- Answers that did not match are counted over calls and people, and nine of them close a question for a day.
create table inquiries.wrong_answer (
  organization_id uuid not null references access.organization,
  wrong_answer_id uuid not null,
  about text not null check (about in ('number', 'name', 'birth_date', 'patient')),
  mark text not null check (length(mark) between 16 and 64),
  call_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, wrong_answer_id),
  foreign key (organization_id, call_id) references inquiries.call
);
create index on inquiries.wrong_answer (organization_id, mark, at);
comment on table inquiries.wrong_answer is
  'Answers of callers that did not match, by what they are counted against: which question, never what was said; append-only';
comment on column inquiries.wrong_answer.about is
  'number: the number that rang. name, birth_date: those that a caller with a withheld number said. patient: one thing more than her name and birth date';
comment on column inquiries.wrong_answer.mark is 'Keyed mark of the number, the name, the birth date or the patient: they are compared and stand nowhere';
call kernel.protect('inquiries.wrong_answer', 'select, insert');

create table inquiries.gate_closing (
  organization_id uuid not null references access.organization,
  closing_id uuid not null,
  about text not null check (about in ('number', 'name', 'birth_date', 'patient')),
  mark text not null check (length(mark) between 16 and 64),
  patient_id uuid,
  call_id uuid not null,
  closed_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > closed_at),
  reopened_by uuid references access.account,
  reopened_at timestamptz,
  reason text check (length(btrim(reason)) between 1 and 300),
  primary key (organization_id, closing_id),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((patient_id is not null) = (about = 'patient')),
  check ((reopened_by is null) = (reopened_at is null) and (reopened_by is null) = (reason is null))
);
create index on inquiries.gate_closing (organization_id, mark, ends_at);
create index on inquiries.gate_closing (organization_id, ends_at) where reopened_at is null;
comment on table inquiries.gate_closing is 'What is not compared on the telephone for a day, after too many answers that did not match';
comment on column inquiries.gate_closing.call_id is 'The call in which the last of them was said';
comment on column inquiries.gate_closing.reason is 'Why somebody who leads opened it before the day was over';
call kernel.protect('inquiries.gate_closing', 'select, insert, update', 'patient_id');
call access.findable('gate_closing', 'inquiries.gate_closing', 'closing_id');

alter table inquiries.gate_try drop constraint gate_try_outcome_check,
  add check (outcome in
    ('booking', 'hearing', 'payment', 'record', 'contact', 'no_match', 'several', 'not_needed', 'party', 'too_many'));
