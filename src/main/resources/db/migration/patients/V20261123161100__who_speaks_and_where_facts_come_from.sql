create table patients.representative (
  organization_id uuid not null,
  representative_id uuid not null,
  patient_id uuid not null,
  name text not null check (name <> '' and length(name) <= 300),
  relationship text not null check (relationship <> '' and length(relationship) <= 60),
  basis text not null check (basis in ('parental', 'guardian', 'power_of_attorney', 'patients_word', 'court', 'unproven')),
  may text[] not null,
  proof text not null default '' check (length(proof) <= 500),
  proof_seen_at timestamptz,
  proof_seen_by uuid,
  phone_written text not null default '' check (length(phone_written) <= 60),
  phone_last_ten text not null default '' collate "C",
  language text not null default '',
  valid_from date,
  valid_to date,
  ended_at timestamptz,
  source_system text not null default '',
  source_value text not null default '',
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organization_id, representative_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade,
  check (valid_to is null or valid_from is null or valid_from <= valid_to),
  check (may <@ array['book', 'ask', 'pay', 'decide'])
);
create index on patients.representative (organization_id, patient_id);
create unique index on patients.representative (organization_id, source_system, source_value) where source_value <> '';
comment on table patients.representative is 'Who may speak for a patient, for what, until when, on whose proof';
comment on column patients.representative.basis is 'parental scopes end by themselves when the patient comes of age; unproven gives no right yet';
comment on column patients.representative.may is 'book: visits; ask: hear facts about her; pay: bills; decide: consent to care';
comment on column patients.representative.valid_to is 'Last day, clinic date; null until something ends it';

create table patients.court_order (
  organization_id uuid not null,
  court_order_id uuid not null,
  patient_id uuid not null,
  representative_id uuid,
  effect text not null check (effect in ('denies', 'only')),
  words text not null check (words <> '' and length(words) <= 1000),
  court text not null default '' check (length(court) <= 200),
  seen_at timestamptz not null,
  seen_by uuid,
  valid_from date not null,
  valid_to date,
  primary key (organization_id, court_order_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade,
  foreign key (organization_id, representative_id) references patients.representative,
  check (valid_to is null or valid_from <= valid_to)
);
create index on patients.court_order (organization_id, patient_id);
comment on table patients.court_order is 'An order that stands above what parents and others may';
comment on column patients.court_order.representative_id is 'denies: whose rights it takes, null for everybody''s but a guardian''s; only: who alone may';
comment on column patients.court_order.words is 'What it says, in the words a specialist follows';

create table patients.safe_contact (
  organization_id uuid not null,
  patient_id uuid not null,
  from_hour time,
  to_hour time,
  zone text,
  words text not null default '' check (length(words) <= 500),
  since timestamptz not null,
  set_by uuid,
  primary key (organization_id, patient_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade,
  check ((from_hour is null) = (to_hour is null) and (from_hour is null) = (zone is null) and from_hour < to_hour)
);
create table patients.safe_channel (
  organization_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  address text not null collate "C" check (address <> ''),
  written text not null,
  primary key (organization_id, patient_id, kind, address),
  foreign key (organization_id, patient_id) references patients.safe_contact on delete cascade
);
comment on table patients.safe_contact is 'The only way in which this patient may be reached; the database refuses every other';
comment on column patients.safe_contact.words is 'What may be said when somebody else answers';
comment on column patients.safe_contact.from_hour is 'Wall time in zone; null when any hour is safe';
comment on table patients.safe_channel is 'The only numbers and addresses that are safe';
comment on column patients.safe_channel.address is 'Last ten digits of a number, or the e-mail in lower case';

create table patients.fact_source (
  organization_id uuid not null,
  patient_id uuid not null,
  field text not null check (field <> ''),
  source text not null check (source <> ''),
  at timestamptz not null,
  by_account uuid,
  import_id uuid,
  primary key (organization_id, patient_id, field),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
comment on table patients.fact_source is 'Where the present value of each field came from, and when';
comment on column patients.fact_source.source is 'person: typed or corrected here; caller: said and not checked; otherwise the name of the system a file came from';

create table patients.difference (
  organization_id uuid not null,
  patient_id uuid not null,
  field text not null check (field <> ''),
  ours text not null,
  theirs text not null,
  source text not null,
  import_id uuid,
  seen_at timestamptz not null,
  primary key (organization_id, patient_id, field),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.difference (organization_id, seen_at);
comment on table patients.difference is '"Tell the clinic": what was corrected here and what the clinic''s next file still says; gone when the two agree';

create table patients.change (
  organization_id uuid not null,
  change_id uuid not null,
  patient_id uuid not null,
  version int not null,
  field text not null check (field <> ''),
  old text not null,
  new text not null,
  source text not null,
  at timestamptz not null,
  by_account uuid,
  import_id uuid,
  primary key (organization_id, change_id),
  foreign key (organization_id, patient_id) references patients.patient
);
create index on patients.change (organization_id, patient_id, change_id);
comment on table patients.change is 'Every change of a patient''s facts, old value and new; append-only';
comment on column patients.change.version is 'The version of the patient that this change made';

create table patients.search (
  search_id uuid primary key,
  account_id uuid not null,
  words text not null check (length(words) <= 200),
  at timestamptz not null
);
create index on patients.search (account_id, at);
comment on table patients.search is 'What a person searched for, so that it never stands in an address; hers alone, for an hour';
alter table patients.search enable row level security;
alter table patients.search force row level security;
create policy own_rows on patients.search to ${application}
  using (account_id = (select kernel.account())) with check (account_id = (select kernel.account()));
create policy owner_all on patients.search to ${owner} using (true) with check (true);
grant select, insert, delete on patients.search to ${application};

call kernel.protect('patients.representative', 'select, insert, update', 'patient_id');
call kernel.protect('patients.court_order', 'select, insert, update', 'patient_id');
call kernel.protect('patients.safe_contact', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.safe_channel', 'select, insert, delete', 'patient_id');
call kernel.protect('patients.fact_source', 'select, insert, update', 'patient_id');
call kernel.protect('patients.difference', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.change', 'select, insert', 'patient_id');
