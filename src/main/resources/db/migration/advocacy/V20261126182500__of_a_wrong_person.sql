-- The caller was taken for another person when a complaint was recorded: whoever sees to it says whose care it is about.
alter table advocacy.complaint add column misplaced_at timestamptz;
create index on advocacy.complaint (organization_id, call_id) where call_id is not null;
comment on column advocacy.complaint.misplaced_at is
  'Since when its patient is known to be another person than who complained; null while nobody says so';

alter table advocacy.complaint_step drop constraint complaint_step_step_check;
alter table advocacy.complaint_step add constraint complaint_step_step_check
  check (step in ('recorded', 'taken', 'sorted', 'noted', 'answered', 'named', 'closed', 'reopened', 'misplaced', 'moved'));
