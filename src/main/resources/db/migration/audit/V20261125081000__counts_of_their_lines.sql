-- The count belongs to its line and stays with it: the next line begins a count of its own.
alter table audit.reopening
  drop constraint reopening_pkey,
  add primary key (organization_id, account_id, patient_id, task, line_id);
create index on audit.reopening (organization_id, line_id);
comment on table audit.reopening is
  'How often a patient was opened within the ten minutes that begin with a line: the same person, the same task';
comment on column audit.reopening.times is 'The line itself counts as one';
