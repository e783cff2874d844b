-- What is of no use any more is pruned by a job: whom a view of the day before yesterday has shown, and counts of one.
create index on audit.drawn (organization_id, at);
create index on audit.reopening (organization_id, line_id) where times = 1;
create policy scope_delete on audit.drawn for delete to ${application}
  using (organization_id = any ((select kernel.organizations())::uuid[]));
create policy scope_delete on audit.reopening for delete to ${application}
  using (organization_id = any ((select kernel.organizations())::uuid[]) and times = 1);
grant delete on audit.drawn, audit.reopening to ${application};
