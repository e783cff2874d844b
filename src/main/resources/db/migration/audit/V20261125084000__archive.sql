-- Where the lines of a part of the time went when the retention in the database was over.
create table audit.archive (
  organization_id uuid not null,
  part text not null check (part ~ '^[0-9]{4}_[0-9]{2}$'),
  first_position bigint not null check (first_position > 0),
  last_position bigint not null,
  lines bigint not null check (lines > 0),
  file_hash bytea not null,
  archived_at timestamptz not null,
  primary key (organization_id, part),
  check (last_position - first_position + 1 >= lines)
);
comment on table audit.archive is 'Parts of the audit that lie in a file of the home: lines, their patients and their seals';
comment on column audit.archive.part is 'The half year, by its first month; the file is audit-archive/<part>/<organization>.jsonl.gz';
comment on column audit.archive.file_hash is 'SHA-256 of the file';
call kernel.protect('audit.archive', 'select');
