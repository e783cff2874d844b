-- How people sign in: failed attempts, second factors, one-time links.
alter table access.account
  drop column failed_attempts,
  drop column locked_until,
  add column second_factor_required boolean not null default true;
comment on column access.account.second_factor_required is
  'False only in the made-up world, and honoured only by a process that serves the made-up world';

create table access.sign_in_attempt (
  kind text not null check (kind in ('account', 'address', 'code', 'unlock')),
  key bytea not null,
  failures int not null check (failures >= 0),
  last_at timestamptz not null,
  blocked_until timestamptz,
  primary key (kind, key)
);
create index on access.sign_in_attempt (last_at);
comment on table access.sign_in_attempt is
  'Failed attempts, counted before a password is looked at, so that nodes and parallel requests agree';
comment on column access.sign_in_attempt.key is
  'SHA-256 of the folded e-mail as typed (known or not), of the network address or of the account id';
grant select, insert, update, delete on access.sign_in_attempt to ${application};

create table access.authenticator_app (
  account_id uuid primary key references access.account,
  sealed_secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null
);
comment on table access.authenticator_app is 'The shared secret of an authenticator app (RFC 6238), one for each account';
comment on column access.authenticator_app.sealed_secret is 'AES-256-GCM with a key that is not in the database';
comment on column access.authenticator_app.confirmed_at is 'Null until a first code was right';
comment on column access.authenticator_app.last_step is 'Half minute of the last code that was taken; no code is taken twice';

create table access.recovery_code (
  account_id uuid not null references access.account,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table access.recovery_code is 'Ten codes for a lost second factor, each for one time';
comment on column access.recovery_code.code_hash is 'SHA-256 of account and code; a code has 80 random bits';

create table access.passkey (
  account_id uuid not null references access.account,
  credential_id bytea not null unique,
  credential bytea not null,
  counter bigint not null,
  label text not null check (label <> ''),
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (account_id, credential_id)
);
comment on table access.passkey is 'Passkeys and security keys (WebAuthn): public keys, nothing secret';
comment on column access.passkey.credential is 'Attested credential data as the authenticator gave it';
comment on column access.passkey.counter is 'Signature counter; a lower one later means a copied key';

create table access.one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('invitation', 'password_reset', 'first_administrator')),
  account_id uuid references access.account,
  issued_by uuid,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'first_administrator') = (account_id is null))
);
create index on access.one_time_link (account_id);
comment on table access.one_time_link is 'Links that may be followed once: invitation, password reset, first administrator';
comment on column access.one_time_link.token_hash is 'SHA-256 of 256 random bits; the link itself is kept nowhere';
grant select, insert, update, delete on access.authenticator_app, access.recovery_code, access.passkey, access.one_time_link
  to ${application};
grant select on access.sign_in_attempt, access.authenticator_app, access.recovery_code, access.passkey, access.one_time_link
  to ${backup};
