-- From where a person may work is said by who manages people, no longer by herself at sign-in.
alter table access.account add column countries text[] not null default '{}'
  check (array_to_string(countries, '') ~ '^([A-Z]{2})*$');
comment on column access.account.countries is
  'Countries she may work from; empty for an account of which nobody has said it yet, which may from any';
