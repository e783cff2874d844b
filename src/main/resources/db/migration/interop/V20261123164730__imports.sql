create schema interop;
comment on schema interop is 'What came from other systems: imported files, and how their resources are called there';
grant usage on schema interop to ${application}, ${backup};

create table interop.import_file (
  organization_id uuid not null references access.organization,
  import_id uuid not null,
  file_no int not null check (file_no >= 0),
  format text not null check (format in ('fhir-r4')),
  name_hash text not null,
  bytes bigint not null,
  counts jsonb not null default '{}',
  whole boolean,
  begun_at timestamptz not null,
  ended_at timestamptz,
  imported_by uuid references access.account,
  primary key (organization_id, import_id, file_no)
);
comment on table interop.import_file is 'A file that was imported, in one run with others of the same import_id';
comment on column interop.import_file.file_no is 'Its place among the files of that run, from 0';
comment on column interop.import_file.name_hash is 'SHA-256 of its name: names of files often hold names of patients';
comment on column interop.import_file.counts is 'By type of resource: read, created, updated, unchanged, refused';
comment on column interop.import_file.whole is 'False when it broke off before its end; null while it is read, or when the run was ended from outside';
comment on column interop.import_file.imported_by is 'Null when it was imported at the terminal';
call kernel.protect('interop.import_file', 'select, insert, update');

create table interop.import_touch (
  organization_id uuid not null,
  import_id uuid not null,
  file_no int not null,
  kind text not null check (kind <> ''),
  row_id uuid not null,
  patient_id uuid,
  outcome text not null check (outcome in ('created', 'updated')),
  primary key (organization_id, import_id, kind, row_id),
  foreign key (organization_id, import_id, file_no) references interop.import_file
);
create index on interop.import_touch (organization_id, row_id);
comment on table interop.import_touch is 'Which import made or changed which row; once per import and row';
comment on column interop.import_touch.kind is 'Type of the FHIR resource that it came from';
comment on column interop.import_touch.row_id is 'The row: patient, site, practitioner, visit; of a RelatedPerson or Coverage the patient they belong to';
call kernel.protect('interop.import_touch', 'select, insert', 'patient_id');

create table interop.known_name (
  organization_id uuid not null references access.organization,
  name uuid not null,
  kind text not null check (kind in ('patient', 'practitioner', 'site', 'payer')),
  row_id uuid not null,
  label text not null,
  patient_id uuid generated always as (case when kind = 'patient' then row_id end) stored,
  primary key (organization_id, name, row_id)
);
comment on table interop.known_name is 'How resources of files are called, so that others in any later file can refer to them';
comment on column interop.known_name.name is 'First half of the SHA-256 of Type/id, urn:uuid:..., or Type?identifier=system|value';
comment on column interop.known_name.label is 'Of a patient her id in the files; of a payer or site its name';
call kernel.protect('interop.known_name', 'select, insert, update', 'patient_id');
