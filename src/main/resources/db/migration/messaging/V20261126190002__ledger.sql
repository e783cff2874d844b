-- What is to be told of visits: each step of each version of a visit once per channel.
create table messaging.entry (
  organization_id uuid not null references access.organization,
  entry_id uuid not null,
  patient_id uuid not null,
  visit_id uuid not null,
  visit_version int not null check (visit_version > 0),
  step text not null check (step in ('booked', 'moved', 'cancelled', 'week', 'three_days', 'day', 'two_hours')),
  channel text not null check (channel in ('text', 'email')),
  urgency text not null check (urgency in ('usual', 'asked', 'soon')),
  state text not null check (state in ('planned', 'held', 'out', 'refused', 'cancelled')),
  reason text not null check (length(reason) <= 40),
  due_at timestamptz not null,
  useless_at timestamptz not null,
  since timestamptz not null,
  attempts int not null default 0 check (attempts >= 0),
  outgoing_id uuid,
  followed boolean not null default false,
  settled_by uuid references access.account,
  settled_at timestamptz,
  primary key (organization_id, entry_id),
  unique (organization_id, visit_id, visit_version, step, channel),
  foreign key (organization_id, outgoing_id) references messaging.outgoing,
  check ((state = 'out') <= (outgoing_id is not null)),
  check ((state in ('held', 'refused', 'cancelled')) <= (reason <> '')),
  check ((settled_by is null) = (settled_at is null))
);
create index entry_due on messaging.entry (organization_id, due_at) where state in ('planned', 'held');
create index entry_to_follow on messaging.entry (organization_id, since) where state = 'out' and not followed;
create index on messaging.entry (organization_id, outgoing_id);
create index on messaging.entry (organization_id, patient_id, due_at);
create index on messaging.entry (organization_id, since);
create index on messaging.entry (organization_id, useless_at);
comment on table messaging.entry is
  'The reminder ledger: one line per version of a visit, step and channel; what is out stands as its row in messaging.outgoing does';
comment on column messaging.entry.visit_version is 'The version of the visit at which it was booked, moved or cancelled last';
comment on column messaging.entry.urgency is
  'usual: in sending hours; asked: in a live contact; soon: the visit is within a day. The last two go at any hour';
comment on column messaging.entry.reason is
  'Code: why it is held, refused or cancelled; language: what is out has one line only in the language she reads';
comment on column messaging.entry.due_at is 'When it is looked at next';
comment on column messaging.entry.useless_at is 'From then on it is not sent';
comment on column messaging.entry.attempts is 'How often it was handed over: after a gateway that was away, or when a person sent it again';
comment on column messaging.entry.outgoing_id is 'What was handed over last; several lines may be one message';
comment on column messaging.entry.followed is 'Whether what became of it was looked at: a refused or failed one is tried later, or by another channel';
comment on column messaging.entry.settled_by is 'Who saw to it that she knows';
call kernel.protect('messaging.entry', 'select, insert, update', 'patient_id');

create table messaging.entry_step (
  organization_id uuid not null,
  step_id uuid not null,
  entry_id uuid not null,
  patient_id uuid not null,
  state text not null check (state in ('planned', 'held', 'out', 'refused', 'cancelled', 'settled')),
  reason text not null,
  outgoing_id uuid,
  at timestamptz not null,
  by_account uuid references access.account,
  primary key (organization_id, step_id),
  foreign key (organization_id, entry_id) references messaging.entry
);
create index on messaging.entry_step (organization_id, entry_id, step_id);
comment on table messaging.entry_step is 'Each state that a line came to stand in, and when; append-only';
call kernel.protect('messaging.entry_step', 'select, insert', 'patient_id');

create table messaging.clinic_rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  sends boolean not null,
  rule jsonb not null,
  set_by uuid references access.account,
  set_at timestamptz not null,
  primary key (organization_id, rule_id)
);
comment on table messaging.clinic_rule is 'Whether a clinic sends messages about visits, its steps and its sending hours; the newest counts, append-only';
comment on column messaging.clinic_rule.rule is 'Steps by site and sending hours, as messaging.ledger.Rule reads them';
call kernel.protect('messaging.clinic_rule', 'select, insert');

create table messaging.attestation (
  organization_id uuid not null references access.organization,
  attestation_id uuid not null,
  attested_by text not null check (attested_by <> '' and length(attested_by) <= 200),
  attested_on date not null,
  words text not null check (words <> '' and length(words) <= 2000),
  counts boolean not null,
  at timestamptz not null,
  by_account uuid not null references access.account,
  primary key (organization_id, attestation_id)
);
comment on table messaging.attestation is
  'The clinic says that the numbers and addresses of its files were given to it for care: a ground for confirmations and reminders and for nothing else; the newest counts, append-only';
comment on column messaging.attestation.counts is 'False where it was taken back';
call kernel.protect('messaging.attestation', 'select, insert');

create table messaging.template (
  organization_id uuid not null references access.organization,
  template_id uuid not null,
  language text not null check (language in ('en', 'es', 'tl')),
  key text not null check (key in ('booked', 'moved', 'cancelled', 'week', 'three_days', 'day', 'two_hours')),
  words text not null check (length(words) <= 300),
  set_by uuid references access.account,
  set_at timestamptz not null,
  primary key (organization_id, template_id)
);
create index on messaging.template (organization_id, language, key, template_id);
comment on table messaging.template is
  'A clinic''s own words for what patients are told; the newest counts, empty ones are ours, append-only';
call kernel.protect('messaging.template', 'select, insert');
