create schema audit;
comment on schema audit is 'Who saw or did what, for which task, from which country; and the proof that nobody changed it';
grant usage on schema audit to ${application}, ${backup};

create table audit.line (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null check (actor <> ''),
  country text not null,
  task text not null,
  act text not null check (act <> ''),
  subject text not null check (subject <> ''),
  subject_id uuid,
  patient_id uuid,
  detail text not null default '',
  transaction_id xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id)
) partition by range (id);
comment on table audit.line is 'One line per look at a patient and per change; append-only; ids and codes only';
comment on column audit.line.actor is 'account, or the name of the job';
comment on column audit.line.task is 'What she was doing: route, call or item';
comment on column audit.line.act is 'opened, changed, listed, denied, signed-in and so on';
comment on column audit.line.subject is 'Kind of thing, for example patient, visit, coverage';
comment on column audit.line.detail is 'Codes, field names, counts; never a value typed about a person';
comment on column audit.line.transaction_id is 'The transaction that wrote it; lines are sealed in the order (transaction_id, id)';

-- A UUID of version 7 begins with 48 bits of milliseconds since 1970, so a range of ids is a range of time.
create function audit.first_id_of(moment timestamptz) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid $$;
do $$
declare first date := '2026-01-01'; half int;
begin
  for half in 0..19 loop
    execute format('create table audit.line_%s partition of audit.line for values from (%L) to (%L)',
      to_char(first + make_interval(months => 6 * half), 'YYYY_MM'),
      audit.first_id_of((first + make_interval(months => 6 * half)) at time zone 'UTC'),
      audit.first_id_of((first + make_interval(months => 6 * half + 6)) at time zone 'UTC'));
  end loop;
end $$;
create table audit.line_rest partition of audit.line default;
create index on audit.line (organization_id, patient_id, id);
create index on audit.line (organization_id, account_id, id);
create index on audit.line (organization_id, transaction_id, id);
call kernel.protect('audit.line', 'select, insert', 'patient_id');

create table audit.listed (
  organization_id uuid not null,
  line_id uuid not null,
  patient_id uuid not null,
  primary key (organization_id, line_id, patient_id)
);
create index on audit.listed (organization_id, patient_id, line_id);
comment on table audit.listed is 'The patients of one result set; the result set itself is one line';
call kernel.protect('audit.listed', 'select, insert', 'patient_id');

create table audit.reopening (
  organization_id uuid not null,
  account_id uuid not null,
  patient_id uuid not null,
  task text not null,
  line_id uuid not null,
  times int not null check (times > 0),
  last_at timestamptz not null,
  primary key (organization_id, account_id, patient_id, task)
);
comment on table audit.reopening is 'How often a person reopened a patient for the same task within ten minutes of the line';
call kernel.protect('audit.reopening', 'select, insert, update', 'patient_id');

create table audit.seal (
  organization_id uuid not null,
  position bigint not null check (position > 0),
  line_id uuid not null,
  line_transaction xid8 not null,
  line_hash bytea not null,
  chain_hash bytea not null,
  sealed_at timestamptz not null,
  primary key (organization_id, position),
  unique (organization_id, line_id)
);
comment on table audit.seal is 'Hash of each line in order, each chained to the one before';
call kernel.protect('audit.seal', 'select, insert');
