-- A job forgets what is older than an hour, of everybody.
drop index inquiries.kept_answer_organization_id_account_id_at_idx;
create index on inquiries.kept_answer (organization_id, at);
comment on column inquiries.kept_answer.sealed is
  'The answer, what was typed and what has to be asked again; one thing more only where nothing was tried yet; sealed with a key outside the database';
