-- Whom we call, about what, and each attempt.
create table inquiries.outbound_rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  attempts int not null check (attempts between 1 and 10),
  apart_hours int not null check (apart_hours between 0 and 72),
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  primary key (organization_id, rule_id)
);
comment on table inquiries.outbound_rule is
  'How often a clinic tries to reach a patient, and how far apart; the newest stands, append-only. Without one: three times, four hours apart';
comment on column inquiries.outbound_rule.apart_hours is 'The least distance between two attempts, in hours';
call kernel.protect('inquiries.outbound_rule', 'select, insert');

create table inquiries.call_back (
  organization_id uuid not null references access.organization,
  call_back_id uuid not null,
  patient_id uuid not null,
  about text not null check (about in ('visit', 'other')),
  reason text not null check (length(btrim(reason)) between 1 and 300),
  confidential boolean not null default false,
  source text not null check (source in ('patient', 'promise', 'call', 'message', 'other')),
  source_id uuid,
  opened_by uuid not null references access.account,
  opened_at timestamptz not null,
  owner_id uuid references access.account,
  due_at timestamptz not null,
  next_at timestamptz not null,
  zone text,
  wished_from time,
  wished_until time,
  wished_by text,
  closed_how text check (closed_how in ('spoken', 'rang_back', 'letter', 'given_up', 'not_needed')),
  closed_by uuid references access.account,
  closed_at timestamptz,
  version int not null default 1,
  primary key (organization_id, call_back_id),
  check ((wished_from is null) = (wished_until is null) and (wished_from is null) = (wished_by is null)),
  check (wished_from < wished_until),
  check (length(btrim(wished_by)) between 1 and 120),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_how is null)),
  check (source <> 'patient' or source_id is null)
);
create index on inquiries.call_back (organization_id, due_at) where closed_at is null;
create index on inquiries.call_back (organization_id, patient_id);
create unique index call_back_once on inquiries.call_back (organization_id, source, source_id) where closed_at is null;
comment on table inquiries.call_back is 'What we call somebody about, until it is said or given up';
comment on column inquiries.call_back.about is 'visit: who may book may hear it; other: it waits until her record is open';
comment on column inquiries.call_back.confidential is 'On a number that the patient alone answers, and told to nobody else';
comment on column inquiries.call_back.source_id is 'The promise, call or message it comes from';
comment on column inquiries.call_back.owner_id is 'Who calls; null when anybody of the clinic does';
comment on column inquiries.call_back.next_at is 'When the next attempt is best';
comment on column inquiries.call_back.zone is 'IANA zone of the patient as known or said; null until then';
comment on column inquiries.call_back.wished_from is 'The hours she asked for, on her own clock';
comment on column inquiries.call_back.wished_by is 'Who said so';
call kernel.protect('inquiries.call_back', 'select, insert, update', 'patient_id');
call access.findable('call_back', 'inquiries.call_back', 'call_back_id');

create table inquiries.call_back_step (
  organization_id uuid not null,
  call_back_id uuid not null,
  version int not null,
  patient_id uuid not null,
  step text not null check (step in ('asked', 'zone', 'wish', 'later', 'passed', 'closed')),
  words text not null default '',
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, call_back_id, version),
  foreign key (organization_id, call_back_id) references inquiries.call_back
);
comment on table inquiries.call_back_step is 'Each change of what we call somebody about; what was tried stands with the attempts';
comment on column inquiries.call_back_step.words is 'A code, a zone, an hour, who said it';
call kernel.protect('inquiries.call_back_step', 'select, insert', 'patient_id');

create table inquiries.attempt (
  organization_id uuid not null,
  attempt_id uuid not null,
  call_back_id uuid not null,
  patient_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  confidential boolean not null,
  zone text not null,
  begun_at timestamptz not null,
  by_id uuid not null references access.account,
  despite text not null default '' check (length(despite) <= 300),
  result text check (result in ('reached', 'no_answer', 'busy', 'left_message', 'mailbox_full', 'wrong_number',
                                'not_in_service', 'refused', 'later', 'not_said')),
  said_at timestamptz,
  later_at timestamptz,
  call_id uuid,
  primary key (organization_id, attempt_id),
  foreign key (organization_id, call_back_id) references inquiries.call_back,
  foreign key (organization_id, call_id) references inquiries.call,
  check ((result is null) = (said_at is null)),
  check ((later_at is not null) = (result is not distinct from 'later')),
  check ((call_id is not null) <= (result is not distinct from 'reached'))
);
create unique index attempt_one_at_a_time on inquiries.attempt (organization_id, call_back_id) where result is null;
create index on inquiries.attempt (organization_id, call_back_id, begun_at);
create index on inquiries.attempt (organization_id, patient_id, begun_at);
comment on table inquiries.attempt is 'Each time a number was dialled for a patient, and what came of it';
comment on index inquiries.attempt_one_at_a_time is 'Two people do not dial the same patient at once';
comment on column inquiries.attempt.zone is 'The patient''s, in which the part of the day was meant';
comment on column inquiries.attempt.despite is 'Why it was dialled although the rule of the clinic spoke against it';
comment on column inquiries.attempt.result is 'Null while it rings; not_said when nobody said what came of it';
comment on column inquiries.attempt.later_at is 'When whoever answered asked to be called';
comment on column inquiries.attempt.call_id is 'The call that was opened when somebody answered';
create trigger only_safe_contact before insert on inquiries.attempt for each row
  execute function patients.refuse_unsafe_contact('number', 'begun_at', 'confidential');
call kernel.protect('inquiries.attempt', 'select, insert, update', 'patient_id');
