-- Who wanted no e-mails from whoever sent for the clinic before: nothing goes there either.
create table messaging.mail_stop (
  organization_id uuid not null references access.organization,
  stop_id uuid not null,
  address text not null collate "C" check (address ~ '^[^@[:space:]]+@[^@[:space:]]+$' and address = lower(address) and length(address) <= 254),
  closed boolean not null,
  said_on date not null,
  words text not null check (length(words) <= 2000),
  by_account uuid references access.account,
  at timestamptz not null,
  primary key (organization_id, stop_id),
  constraint mail_stop_ground check (closed or length(trim(words)) > 0)
);
create index on messaging.mail_stop (organization_id, address, stop_id);
comment on table messaging.mail_stop is
  'Whether e-mails go to an address, whoever has it: closed as the previous sender had it, opened where that was a mistake; the newest line of an address counts, append-only';
comment on column messaging.mail_stop.address is 'In lower case, as two addresses are compared';
comment on column messaging.mail_stop.said_on is 'The clinic''s day on which the list was taken over, or set right';
comment on column messaging.mail_stop.words is 'Why a person opened it: what was wrong; empty where it is closed';
call kernel.protect('messaging.mail_stop', 'select, insert');

comment on column messaging.prior_opt_outs.numbers is
  'How many numbers and e-mail addresses the list had; 0 where somebody said that there is none';
