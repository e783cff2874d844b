create table access.receipt (
  account_id uuid not null references access.account,
  request_id uuid not null,
  location text not null,
  at timestamptz not null,
  primary key (account_id, request_id)
);
create index on access.receipt (at);
comment on table access.receipt is 'Forms already taken: the same form sent twice gets the first answer again';
comment on column access.receipt.location is 'Where the first answer led; ids only';
grant select, insert, delete on access.receipt to ${application};
