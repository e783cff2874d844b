create table workqueue.draft (
  account_id uuid not null references access.account,
  draft_key text not null check (draft_key ~ '^[a-z0-9][a-z0-9:-]{0,120}$'),
  path text not null check (path ~ '^/' and length(path) <= 300),
  body text not null check (length(body) <= 65536),
  at timestamptz not null,
  primary key (account_id, draft_key)
);
comment on table workqueue.draft is 'What a person is typing into a form; nobody else sees it, and it survives reload, restart and an expired session';
comment on column workqueue.draft.draft_key is 'Names the form and the id of what it is about';
comment on column workqueue.draft.path is 'The page of the form; ids only';
comment on column workqueue.draft.body is 'The fields of the form, URL-encoded';
alter table workqueue.draft enable row level security;
alter table workqueue.draft force row level security;
create policy own_draft on workqueue.draft to ${application}
  using (account_id = (select kernel.account())) with check (account_id = (select kernel.account()));
create policy owner_all on workqueue.draft to ${owner} using (true) with check (true);
grant select, insert, update, delete on workqueue.draft to ${application};
