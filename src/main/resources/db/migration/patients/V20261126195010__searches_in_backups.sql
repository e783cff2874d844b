create policy backup_read on patients.search for select to ${backup} using (true);
