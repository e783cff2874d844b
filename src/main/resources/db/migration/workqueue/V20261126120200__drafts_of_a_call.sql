-- What was typed while a caller was on the line belongs to that call: another caller's page does not show it.
alter table workqueue.draft add column call text not null default '' check (length(call) <= 120),
  drop constraint draft_pkey,
  add primary key (account_id, draft_key, call);
comment on column workqueue.draft.call is 'Address of the call in which it was typed; empty for none';
