-- What goes out to patients, once each; what it says is not here. Texts for now.
create table messaging.outgoing (
  organization_id uuid not null references access.organization,
  outgoing_id uuid not null,
  patient_id uuid not null,
  channel text not null check (channel in ('text')),
  purpose text not null check (purpose in ('code')),
  basis text not null check (basis in ('asked')),
  key text not null check (length(key) between 1 and 200),
  from_address text not null check (from_address ~ '^\+[0-9]{7,15}$'),
  to_address text not null collate "C" check (to_address ~ '^\+[0-9]{7,15}$'),
  state text not null check (state in ('sending', 'handed_over', 'refused', 'in_doubt')),
  reason text not null check (length(reason) <= 40),
  carrier_id text check (length(carrier_id) <= 64),
  begun_at timestamptz not null,
  since timestamptz not null,
  primary key (organization_id, outgoing_id),
  unique (organization_id, key),
  check ((state in ('refused', 'in_doubt')) = (reason <> '')),
  check ((state = 'handed_over') = (coalesce(carrier_id, '') <> ''))
);
create index on messaging.outgoing (organization_id, to_address, begun_at);
create index on messaging.outgoing (organization_id, patient_id, begun_at);
create index outgoing_left on messaging.outgoing (organization_id, since) where state = 'sending';
comment on table messaging.outgoing is 'The ledger of what went out: sending is committed before the gateway is called, and is never resent by itself';
comment on column messaging.outgoing.basis is 'asked: she asked for it in a live contact';
comment on column messaging.outgoing.key is 'What it is and for what; of two with the same key the second does not go out';
comment on column messaging.outgoing.reason is 'Code of why it is refused or in doubt: the gateway''s own number, http-<status>, unreachable, silent, garbled, interrupted';
comment on column messaging.outgoing.carrier_id is 'As the gateway names it';
call kernel.protect('messaging.outgoing', 'select, insert, update', 'patient_id');

create table messaging.outgoing_step (
  organization_id uuid not null,
  step_id uuid not null,
  outgoing_id uuid not null,
  patient_id uuid not null,
  state text not null,
  reason text not null,
  at timestamptz not null,
  by_account uuid references access.account,
  primary key (organization_id, step_id),
  foreign key (organization_id, outgoing_id) references messaging.outgoing
);
create index on messaging.outgoing_step (organization_id, outgoing_id, step_id);
comment on table messaging.outgoing_step is 'Each state that it came to stand in, and when; append-only';
call kernel.protect('messaging.outgoing_step', 'select, insert', 'patient_id');

create table messaging.text_number (
  organization_id uuid not null references access.organization,
  number_id uuid not null,
  number text not null check (number ~ '^(\+[0-9]{7,15})?$'),
  set_by uuid references access.account,
  set_at timestamptz not null,
  primary key (organization_id, number_id)
);
comment on table messaging.text_number is 'From which number a clinic sends its texts; the newest counts, an empty one is none';
call kernel.protect('messaging.text_number', 'select, insert');
