create table messaging.mail_sender (
  organization_id uuid not null references access.organization,
  sender_id uuid not null,
  name text not null check (length(name) <= 80 and name !~ '[[:cntrl:]]'),
  address text not null check (length(address) <= 200 and address ~ '^([^@[:space:]<>]+@[^@[:space:]<>]+)?$'),
  reply text not null check (length(reply) <= 254 and reply ~ '^([^@[:space:]<>]+@[^@[:space:]<>]+)?$'),
  set_by uuid references access.account,
  set_at timestamptz not null,
  primary key (organization_id, sender_id),
  check ((name = '') = (address = '') and (address = '') = (reply = ''))
);
comment on table messaging.mail_sender is 'As whom a clinic writes e-mail; the newest counts, an empty one is none';
comment on column messaging.mail_sender.name is 'What stands beside the address; tells nothing of the kind of care';
comment on column messaging.mail_sender.reply is 'Where an answer goes';
call kernel.protect('messaging.mail_sender', 'select, insert');
