alter table workqueue.promise add column accepted_at timestamptz;
update workqueue.promise set accepted_at = made_at where owner_id = made_by;
comment on column workqueue.promise.accepted_at is 'When the present owner said that she keeps it; null while it waits for her';
alter table workqueue.promise_history drop constraint promise_history_change_check;
alter table workqueue.promise_history add constraint promise_history_change_check
  check (change in ('made', 'accepted', 'passed', 'retimed', 'kept', 'withdrawn', 'reopened'));
alter table workqueue.promise_history add column reason text not null default '';
comment on column workqueue.promise_history.reason is 'Why it was given another date, passed on or withdrawn';
