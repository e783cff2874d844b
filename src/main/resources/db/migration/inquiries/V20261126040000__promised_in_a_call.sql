-- What was promised to the caller, when the call was written up.
alter table inquiries.call_writeup add column promise_id uuid,
  add foreign key (organization_id, promise_id) references workqueue.promise;
create index on inquiries.call_writeup (organization_id, promise_id) where promise_id is not null;
comment on column inquiries.call_writeup.promise_id is 'What was promised to the caller; null for nothing';
