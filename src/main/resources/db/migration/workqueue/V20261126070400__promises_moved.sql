-- A promise made to the wrong person is moved with the call in which it was made.
alter table workqueue.promise_history drop constraint promise_history_change_check;
alter table workqueue.promise_history add constraint promise_history_change_check
  check (change in ('made', 'accepted', 'passed', 'retimed', 'kept', 'withdrawn', 'reopened', 'moved'));
