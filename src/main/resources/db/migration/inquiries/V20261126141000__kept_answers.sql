-- What came of asking a caller is shown by a page of its own: sent again, nothing is asked again.
create table inquiries.kept_answer (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  account_id uuid not null references access.account,
  answer_id uuid not null,
  sealed text not null,
  at timestamptz not null,
  primary key (organization_id, call_id, account_id),
  foreign key (organization_id, call_id) references inquiries.call
);
create index on inquiries.kept_answer (organization_id, account_id, at);
comment on table inquiries.kept_answer is
  'What came of the last asking in a call, for who asked: the page of the call shows it, for an hour; gone once it matches';
comment on column inquiries.kept_answer.answer_id is 'Names it in the address of the page, which says nothing of it';
comment on column inquiries.kept_answer.sealed is
  'The answer, what was typed but for one thing more, and what has to be asked again; sealed with a key outside the database';
comment on column inquiries.kept_answer.at is 'When it was asked';
call kernel.protect('inquiries.kept_answer', 'select, insert, update, delete');
create policy of_who_asked on inquiries.kept_answer as restrictive for select to ${application}
  using (coalesce(account_id = (select kernel.account()), true));
