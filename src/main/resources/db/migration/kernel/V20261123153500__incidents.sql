create table kernel.incident (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind <> ''),
  subject text not null,
  subject_id uuid not null unique
);
create index on kernel.incident (at);
comment on table kernel.incident is 'What the machine gave up on and a person has to look at; ids and names of code only';
comment on column kernel.incident.kind is 'event: a reaction that failed again and again';
comment on column kernel.incident.subject is 'For an event, the reaction';
comment on column kernel.incident.subject_id is 'For an event, its publication, which stays in kernel.event_publication';
grant select, insert on kernel.incident to ${application};
grant select on kernel.incident to ${backup};
-- Waiting events are few; those done are looked for by the day they were done.
create index on kernel.event_publication_archive (completion_date);
