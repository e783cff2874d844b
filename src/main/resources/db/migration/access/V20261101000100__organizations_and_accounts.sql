create schema access;
comment on schema access is 'Organizations, accounts, roles, sessions, restrictions';
grant usage on schema access to ${application}, ${backup};

create table access.organization (
  organization_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
  name text not null check (name <> ''),
  state text not null check (state ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);
comment on table access.organization is 'A clinic, hospital or practice that people work for; the tenant';
comment on column access.organization.slug is 'Short name in addresses and commands';
comment on column access.organization.state is 'State or territory whose law applies by default, two letters';

create table access.restriction (
  organization_id uuid not null references access.organization,
  patient_id uuid not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  rule text not null check (rule <> ''),
  set_by uuid,
  set_at timestamptz not null,
  primary key (organization_id, patient_id, country)
);
comment on table access.restriction is
  'A patient who may not be seen from a country, and the rule that says so; read by the policy of every table with a patient';
call kernel.protect('access.organization', 'select, insert, update');
call kernel.protect('access.restriction', 'select, insert, update, delete');

create table access.account (
  id uuid primary key,
  email text not null,
  email_folded text not null unique,
  display_name text not null check (display_name <> ''),
  password_hash text,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  sessions_valid_from timestamptz not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  zone text not null,
  created_at timestamptz not null
);
comment on table access.account is 'A person who signs in; may belong to several organizations';
comment on column access.account.email_folded is 'Lower-case e-mail, the name under which she signs in';
comment on column access.account.password_hash is 'Argon2id; null until she has followed her invitation';
comment on column access.account.sessions_valid_from is 'Sessions that began earlier are no longer valid (sign out everywhere)';
comment on column access.account.country is 'Country she last worked from';
comment on column access.account.zone is 'IANA time zone she last worked in';
grant select, insert, update on access.account to ${application};
grant select on access.account to ${backup};

create table access.membership (
  organization_id uuid not null references access.organization,
  account_id uuid not null references access.account,
  role text not null,
  granted_by uuid,
  granted_at timestamptz not null,
  primary key (organization_id, account_id, role)
);
create index on access.membership (account_id);
comment on table access.membership is 'A person''s role in an organization; roles and their rights are the data file access/rights.csv';
call kernel.protect('access.membership', 'select, insert, delete');

create table access.web_session (
  primary_id char(36) primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index on access.web_session (expiry_time);
create index on access.web_session (principal_name);
create table access.web_session_attributes (
  session_primary_id char(36) not null references access.web_session on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
comment on table access.web_session is 'Sessions of the browser, shared by all nodes (Spring Session)';
comment on table access.web_session_attributes is 'What a session holds; never a patient''s facts';
grant select, insert, update, delete on access.web_session, access.web_session_attributes to ${application};

-- The few questions that may be asked before a scope exists. Each returns ids and codes only.
create function access.memberships_of(account uuid) returns table (organization_id uuid, role text)
  language sql stable security definer set search_path = '' as $$
  select m.organization_id, m.role from access.membership m where m.account_id = account limit 2000 $$;
comment on function access.memberships_of(uuid) is 'Before scope: the organizations and roles of an account';
create function access.organization_by_slug(wanted text) returns uuid
  language sql stable security definer set search_path = '' as $$
  select o.organization_id from access.organization o where o.slug = wanted $$;
comment on function access.organization_by_slug(text) is 'Before scope: the id of an organization by its slug';
create function access.organization_ids() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.organization_id from access.organization o order by 1 limit 100000 $$;
comment on function access.organization_ids() is 'Before scope: all organizations, for jobs that then work for one at a time';
revoke execute on all functions in schema access from public;
grant execute on function access.memberships_of(uuid), access.organization_by_slug(text), access.organization_ids() to ${application};
