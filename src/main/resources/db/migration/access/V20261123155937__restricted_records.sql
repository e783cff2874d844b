-- Records that open only with a reason, who opened them, and how a lost second factor is taken away.
create table access.restricted_record (
  organization_id uuid not null references access.organization,
  patient_id uuid not null,
  mark text not null
    check (mark in ('vip', 'works_at_clinic', 'works_for_us', 'family_of_staff', 'court_order', 'own_wish')),
  set_by uuid,
  set_at timestamptz not null,
  primary key (organization_id, patient_id, mark)
);
comment on table access.restricted_record is
  'Patients whose record opens only by break-glass; lists show that it is restricted, and no facts';
call kernel.protect('access.restricted_record', 'select, insert, delete', 'patient_id');

create table access.break_glass (
  organization_id uuid not null references access.organization,
  id uuid not null,
  patient_id uuid not null,
  account_id uuid not null references access.account,
  reason text not null check (length(reason) between 10 and 500),
  opened_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opened_at),
  reviewed_by uuid,
  reviewed_at timestamptz,
  finding text check (finding in ('justified', 'not_justified')),
  primary key (organization_id, id),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (finding is null)),
  check (reviewed_by <> account_id)
);
create index on access.break_glass (organization_id, account_id, patient_id, closes_at);
create index on access.break_glass (organization_id, opened_at) where reviewed_at is null;
comment on table access.break_glass is 'One patient opened by one person for half an hour, with her reason; each is reviewed';
comment on column access.break_glass.opened_at is 'The review is due one business day after';
call kernel.protect('access.break_glass', 'select, insert, update', 'patient_id');

create table access.factor_reset (
  organization_id uuid not null references access.organization,
  id uuid not null,
  account_id uuid not null references access.account,
  asked_by uuid not null,
  asked_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  primary key (organization_id, id),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (asked_by <> account_id and confirmed_by <> account_id and confirmed_by <> asked_by)
);
create unique index on access.factor_reset (organization_id, account_id) where confirmed_at is null;
comment on table access.factor_reset is 'A second factor taken away: asked by one person, confirmed by another, neither her own';
call kernel.protect('access.factor_reset', 'select, insert, update, delete');

create table access.staff_profile (
  account_id uuid primary key references access.account,
  given_name text not null,
  family_name text not null,
  birth_date date,
  phone text not null default '',
  address_hash text not null default '',
  changed_at timestamptz not null
);
comment on table access.staff_profile is
  'A staff member''s own facts, compared with patients so that nobody opens her own record or her household''s unseen';
comment on column access.staff_profile.phone is 'E.164, or empty';
comment on column access.staff_profile.address_hash is 'SHA-256 of folded street line and ZIP; the address itself is not kept';
grant select, insert, update on access.staff_profile to ${application};
grant select on access.staff_profile to ${backup};
