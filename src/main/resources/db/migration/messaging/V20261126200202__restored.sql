-- A backup holds messages that were sent after it was made: what may have gone is not sent again.
create table messaging.restored (
  restored_at timestamptz primary key,
  backup_at timestamptz not null,
  messages int not null check (messages >= 0),
  check (backup_at <= restored_at)
);
comment on table messaging.restored is 'When this database came out of a backup, and what may have gone between both; append-only, written by the restore';
comment on column messaging.restored.backup_at is 'As it was at that moment';
comment on column messaging.restored.messages is 'How many lines of the reminder ledger were due by then: a person looks at each';
grant select on messaging.restored to ${application}, ${backup};
