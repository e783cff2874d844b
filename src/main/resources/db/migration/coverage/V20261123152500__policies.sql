create schema coverage;
comment on schema coverage is 'What pays for care: policies on file, and later eligibility, benefits and authorizations';
grant usage on schema coverage to ${application}, ${backup};

create table coverage.policy (
  organization_id uuid not null references access.organization,
  policy_id uuid not null,
  patient_id uuid not null,
  payer text not null check (length(btrim(payer)) between 1 and 200),
  programme text not null check (programme in
    ('commercial', 'medicare', 'medicare_advantage', 'medicaid', 'tricare', 'va', 'self_pay', 'unknown')),
  state text check (state ~ '^[A-Z]{2}$'),
  plan text not null default '',
  member_id text not null default '',
  subscriber text not null check (subscriber in ('self', 'spouse', 'parent', 'other', 'unknown')),
  subscriber_name text not null default '',
  place int not null check (place between 1 and 9),
  starts_on date,
  ends_on date,
  first_seen_on date,
  last_seen_on date,
  basis text not null check (basis in ('caller', 'card', 'payer', 'file')),
  read_by uuid references access.account,
  read_at timestamptz not null,
  source text not null,
  replaced_at timestamptz,
  replaced_by_id uuid,
  primary key (organization_id, policy_id),
  check (programme <> 'medicaid' or state is not null or basis = 'file'),
  check (starts_on is null or ends_on is null or starts_on <= ends_on),
  check (replaced_by_id is null or replaced_at is not null)
);
create index on coverage.policy (organization_id, patient_id, place);
create unique index policy_from_file on coverage.policy (organization_id, patient_id, payer, programme, source)
  where basis = 'file' and replaced_at is null;
comment on table coverage.policy is 'A coverage on file; a correction is a new row, so that a past visit keeps the coverage it had';
comment on column coverage.policy.place is 'Order of payment: 1 primary, 2 secondary, 3 tertiary';
comment on column coverage.policy.basis is 'Who said so: the caller, the card, the payer, or a file from the clinic';
comment on column coverage.policy.first_seen_on is 'First day on which a file mentions it; not a start of coverage';
comment on column coverage.policy.replaced_at is 'When a person corrected or removed it; null while it stands';
call kernel.protect('coverage.policy', 'select, insert, update', 'patient_id');
