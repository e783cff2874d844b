-- A job that forgets drafts may see those left for thirty days, of everybody, and no younger one.
create policy old_draft_seen on workqueue.draft for select to ${application}
  using ((select kernel.account()) is null and at < now() - interval '30 days');
create policy old_draft_forgotten on workqueue.draft for delete to ${application}
  using ((select kernel.account()) is null and at < now() - interval '30 days');
create index on workqueue.draft (at);
