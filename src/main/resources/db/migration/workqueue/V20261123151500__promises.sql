create schema workqueue;
comment on schema workqueue is 'What people owe others: promises, and later the one ranked list';
grant usage on schema workqueue to ${application}, ${backup};

create table workqueue.promise (
  organization_id uuid not null references access.organization,
  promise_id uuid not null,
  patient_id uuid,
  words text not null check (length(btrim(words)) between 1 and 500),
  to_whom text not null check (to_whom in ('patient', 'caller', 'clinic', 'payer', 'other')),
  due_at timestamptz not null,
  due_zone text not null check (due_zone <> ''),
  owner_id uuid not null references access.account,
  made_by uuid not null references access.account,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'kept', 'withdrawn')),
  ended_by uuid references access.account,
  ended_at timestamptz,
  reason text,
  version int not null default 1,
  primary key (organization_id, promise_id),
  check ((state = 'open') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((state = 'withdrawn') = (reason is not null))
);
create index on workqueue.promise (organization_id, owner_id, due_at) where state = 'open';
create index on workqueue.promise (organization_id, patient_id, due_at);
comment on table workqueue.promise is 'Something said to somebody, with a date and an owner; never without either';
comment on column workqueue.promise.words is 'What was promised, in the words of the person who promised it';
comment on column workqueue.promise.due_zone is 'IANA zone in which the date was said';
comment on column workqueue.promise.reason is 'Why it was withdrawn; told to whoever was promised';
call kernel.protect('workqueue.promise', 'select, insert, update', 'patient_id');

create table workqueue.promise_history (
  organization_id uuid not null,
  promise_id uuid not null,
  version int not null,
  patient_id uuid,
  change text not null check (change in ('made', 'passed', 'retimed', 'kept', 'withdrawn')),
  owner_id uuid not null,
  due_at timestamptz not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, promise_id, version),
  foreign key (organization_id, promise_id) references workqueue.promise
);
comment on table workqueue.promise_history is 'Each change of a promise: who held it, until when';
call kernel.protect('workqueue.promise_history', 'select, insert', 'patient_id');
