-- What every other migration stands on: the scope that each transaction carries, and one procedure that
-- puts a table under it. Policies are written once, here.
create schema kernel;
comment on schema kernel is 'Scope of a transaction, protection of tables, outbox and timed jobs';
grant usage on schema kernel to ${application}, ${backup};

create function kernel.organizations() returns uuid[]
  language plpgsql stable parallel safe as $$
declare value text := nullif(current_setting('malasakit.organizations', true), '');
begin
  if value is null then
    raise exception 'no scope: this statement runs outside a transaction that says who asks, and for which organizations'
      using errcode = '42501';
  end if;
  return value::uuid[];
end $$;
comment on function kernel.organizations() is
  'The organizations of this transaction; raises 42501 when the transaction has no scope. There is no value that means all.';

create function kernel.country() returns text
  language sql stable parallel safe as $$ select coalesce(nullif(current_setting('malasakit.country', true), ''), 'ZZ') $$;
comment on function kernel.country() is
  'ISO 3166 alpha-2 code of the country from which this transaction asks; ZZ for a job, which nobody looks at';

create function kernel.account() returns uuid
  language sql stable parallel safe as $$ select nullif(current_setting('malasakit.account', true), '')::uuid $$;
comment on function kernel.account() is 'The account that asks; null for a job';

-- Rows of another clinic do not exist, and rows of a patient hidden from this country do not exist there.
-- rights: what the application may do, for example 'select, insert' for an append-only table.
-- patient: name of the column that holds the patient, or null when the table holds none.
create procedure kernel.protect(target regclass, rights text, patient text default null)
  language plpgsql as $$
declare
  mine text := 'organization_id = any ((select kernel.organizations())::uuid[])';
  gate text := '';
begin
  if patient is not null then
    gate := format(
      ' and not exists (select 1 from access.restriction hidden where hidden.organization_id = %s.organization_id '
      'and hidden.patient_id = %s.%I and hidden.country = (select kernel.country()))', target, target, patient);
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy scope_read on %s for select to ${application} using (%s%s)', target, mine, gate);
  execute format('create policy scope_insert on %s for insert to ${application} with check (%s)', target, mine);
  if rights ~ 'update' then
    execute format('create policy scope_update on %s for update to ${application} using (%s%s) with check (%s)', target, mine, gate, mine);
  end if;
  if rights ~ 'delete' then
    execute format('create policy scope_delete on %s for delete to ${application} using (%s%s)', target, mine, gate);
  end if;
  execute format('create policy owner_all on %s to ${owner} using (true) with check (true)', target);
  execute format('create policy backup_read on %s for select to ${backup} using (true)', target);
  execute format('grant %s on %s to ${application}', rights, target);
  execute format('grant select on %s to ${backup}', target);
end $$;
comment on procedure kernel.protect(regclass, text, text) is
  'Puts a business table under the scope of the transaction and, when it has a patient, under the location gate';

-- The outbox: events in the transaction of the act that caused them (Spring Modulith, schema version 2).
create table kernel.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index on kernel.event_publication using hash (serialized_event);
create index on kernel.event_publication (publication_date);
create table kernel.event_publication_archive (like kernel.event_publication including all);
comment on table kernel.event_publication is 'Events not yet reacted to; ids only, never a person''s facts';
comment on table kernel.event_publication_archive is 'Events reacted to, kept for a month';
grant select, insert, update, delete on kernel.event_publication, kernel.event_publication_archive to ${application};

create table kernel.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on kernel.scheduled_tasks (execution_time);
create index on kernel.scheduled_tasks (last_heartbeat);
create index on kernel.scheduled_tasks (priority desc, execution_time asc);
comment on table kernel.scheduled_tasks is 'Timed work, taken by exactly one node (db-scheduler)';
grant select, insert, update, delete on kernel.scheduled_tasks to ${application};
