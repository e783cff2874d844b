-- What a person once said of herself is compared as well: a look is not hidden by saying otherwise around it.
create table access.staff_profile_said (
  account_id uuid not null references access.account,
  id uuid not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  phone text not null,
  address_hash text not null,
  said_at timestamptz not null,
  primary key (account_id, id),
  unique nulls not distinct (account_id, given_name, family_name, birth_date, phone, address_hash)
);
comment on table access.staff_profile_said is
  'Everything a staff member ever said of herself, append-only; the gate and the privacy officer compare with all of it';
comment on column access.staff_profile_said.id is 'Names the row';
comment on column access.staff_profile_said.phone is 'E.164, or empty';
comment on column access.staff_profile_said.address_hash is 'As in staff_profile, or empty';
comment on column access.staff_profile_said.said_at is 'When she said it first';
insert into access.staff_profile_said
       (account_id, id, given_name, family_name, birth_date, phone, address_hash, said_at)
select account_id, gen_random_uuid(), given_name, family_name, birth_date, phone, address_hash, changed_at
  from access.staff_profile;
grant select, insert on access.staff_profile_said to ${application};
grant select on access.staff_profile_said to ${backup};
