-- What somebody was typing comes back with everything else.
create policy backup_read on workqueue.draft for select to ${backup} using (true);
