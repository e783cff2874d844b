-- What the privacy officer found stays with her verdict; a review is written once.
alter table access.break_glass add column found text
  check (length(found) between 1 and 1000);
alter table access.break_glass add check (found is null or reviewed_at is not null);
comment on column access.break_glass.found is
  'What the reviewer found, in her words; null before the review and for reviews older than the field';
create index on access.break_glass (organization_id, reviewed_at) where reviewed_at is not null;
