create schema patients;
comment on schema patients is 'Who the patients are, how they may be reached, who may speak for them, and where each fact came from';
grant usage on schema patients to ${application}, ${backup};

create table patients.patient (
  organization_id uuid not null references access.organization,
  patient_id uuid not null,
  version int not null default 1 check (version > 0),
  name_shown text not null check (name_shown <> '' and length(name_shown) <= 300),
  preferred_name text not null default '' check (length(preferred_name) <= 200),
  family text not null default '',
  given text not null default '',
  birth_date date check (birth_date >= '1850-01-01'),
  sex text not null default 'unknown' check (sex in ('male', 'female', 'other', 'unknown')),
  gender_identity text not null default '' check (length(gender_identity) <= 200),
  pronouns text not null default '' check (length(pronouns) <= 100),
  zone text check (zone <> ''),
  interpreter text not null default 'not_asked' check (interpreter in ('needed', 'not_needed', 'not_asked')),
  access_needs text not null default '' check (length(access_needs) <= 1000),
  confidential_minor boolean not null default false,
  insurance_said text not null default '' check (length(insurance_said) <= 1000),
  insurance_said_at timestamptz,
  deceased text not null default 'no' check (deceased in ('no', 'reported', 'known')),
  deceased_on date,
  deceased_said_by text not null default '' check (length(deceased_said_by) <= 200),
  deceased_noted_at timestamptz,
  deceased_noted_by uuid,
  registered_at timestamptz not null,
  registered_by uuid,
  primary key (organization_id, patient_id),
  check ((deceased = 'no') = (deceased_noted_at is null)),
  check (deceased <> 'reported' or deceased_said_by <> ''),
  check ((insurance_said = '') = (insurance_said_at is null))
);
create index on patients.patient (organization_id, birth_date);
comment on table patients.patient is 'A person whom this clinic treats; the same human at two clinics has two rows';
comment on column patients.patient.version is 'Grows with each change; who edits says which version she saw';
comment on column patients.patient.name_shown is 'The name to show, as the person writes it; taken from patient_name';
comment on column patients.patient.preferred_name is 'What she wants to be called, when that is another name';
comment on column patients.patient.sex is 'Administrative gender, codes of FHIR R4';
comment on column patients.patient.zone is 'Her own IANA time zone, when it is known; never guessed from a state';
comment on column patients.patient.confidential_minor is 'Visits of this minor go to her own channel alone';
comment on column patients.patient.insurance_said is 'In the caller''s words, not checked; until a coverage is read';
comment on column patients.patient.deceased is 'reported: somebody said so; known: the clinic or a document says so. Either stops booking and contact';

create table patients.patient_name (
  organization_id uuid not null,
  name_id uuid not null,
  patient_id uuid not null,
  use text not null check (use in ('official', 'usual', 'preferred', 'nickname', 'former', 'temporary')),
  family text not null default '' check (length(family) <= 200),
  given text not null default '' check (length(given) <= 200),
  prefix text not null default '' check (length(prefix) <= 60),
  suffix text not null default '' check (length(suffix) <= 60),
  family_folded text not null collate "C",
  given_folded text not null collate "C",
  primary key (organization_id, name_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade,
  check (family <> '' or given <> '')
);
create index on patients.patient_name (organization_id, patient_id);
create index on patients.patient_name (organization_id, family_folded, given_folded);
comment on table patients.patient_name is 'Names of a patient, as she writes them, in any script';
comment on column patients.patient_name.given is 'All given names in order, a space between';
comment on column patients.patient_name.family_folded is 'Without accents, case, spaces and apostrophes; for comparing, never for showing';

create table patients.search_name (
  organization_id uuid not null,
  patient_id uuid not null,
  family text not null collate "C",
  given text not null collate "C",
  birth_date date,
  primary key (organization_id, patient_id, family, given),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index search_name_by_family on patients.search_name (organization_id, family, given, birth_date, patient_id);
create index search_name_by_given on patients.search_name (organization_id, given, family, patient_id);
create index search_name_by_birth on patients.search_name (organization_id, birth_date, family, given, patient_id);
comment on table patients.search_name is
  'Every way in which a name may be asked for: each part of a compound family name with each given name, folded; derived from patient_name';

create table patients.name_part (
  organization_id uuid not null,
  key text not null collate "C",
  part text not null collate "C",
  primary key (organization_id, key, part)
);
comment on table patients.name_part is
  'The clinic''s distinct name parts under the keys by which a mistyped one is found: itself, itself less one letter, its sound (with a leading ~)';

create table patients.address (
  organization_id uuid not null,
  address_id uuid not null,
  patient_id uuid not null,
  use text not null check (use in ('home', 'work', 'temporary', 'mailing', 'former')),
  lines text not null default '' check (length(lines) <= 400),
  city text not null default '' check (length(city) <= 120),
  state text not null default '' check (length(state) <= 60),
  postal_code text not null default '' check (length(postal_code) <= 20),
  country text not null default '' check (length(country) <= 60),
  primary key (organization_id, address_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.address (organization_id, patient_id);
comment on table patients.address is 'Where a patient lives or gets her letters';
comment on column patients.address.lines is 'Street lines, one a line';

create table patients.phone (
  organization_id uuid not null,
  phone_id uuid not null,
  patient_id uuid not null,
  use text not null check (use in ('mobile', 'home', 'work', 'temporary', 'former')),
  written text not null check (written <> '' and length(written) <= 60),
  digits text not null check (digits ~ '^[0-9]*$'),
  last_ten text not null collate "C",
  extension text not null default '',
  valid boolean not null,
  position int not null default 1 check (position > 0),
  primary key (organization_id, phone_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.phone (organization_id, patient_id);
create index on patients.phone (organization_id, last_ten, patient_id);
comment on table patients.phone is 'Telephone numbers as written; one that is not valid is matched by digits, never dialled or texted';
comment on column patients.phone.last_ten is 'The last ten digits, by which a caller is matched';
comment on column patients.phone.position is 'Which to try first';

create table patients.email (
  organization_id uuid not null,
  email_id uuid not null,
  patient_id uuid not null,
  use text not null check (use in ('home', 'work', 'temporary', 'former')),
  written text not null check (written <> '' and length(written) <= 254),
  folded text not null collate "C",
  valid boolean not null,
  primary key (organization_id, email_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.email (organization_id, patient_id);
create index on patients.email (organization_id, folded);
comment on table patients.email is 'E-mail addresses of a patient';

create table patients.language (
  organization_id uuid not null,
  patient_id uuid not null,
  tag text not null check (tag <> '' and length(tag) <= 35),
  spoken boolean not null,
  written boolean not null,
  preferred boolean not null,
  primary key (organization_id, patient_id, tag),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
comment on table patients.language is 'Languages a patient speaks or reads';
comment on column patients.language.tag is 'BCP 47, for example es or fil';

create table patients.identifier (
  organization_id uuid not null,
  system text not null check (system <> '' and length(system) <= 255),
  value text not null check (value <> '' and length(value) <= 255),
  kind text not null check (kind in ('mrn', 'source', 'other')),
  value_folded text not null collate "C",
  patient_id uuid not null,
  primary key (organization_id, system, value),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.identifier (organization_id, patient_id);
create index on patients.identifier (organization_id, value_folded);
comment on table patients.identifier is 'Numbers under which systems know a patient; never social security, passport or licence numbers';
comment on column patients.identifier.kind is 'mrn: medical record number of the clinic; source: her id in the system a file came from';
comment on column patients.identifier.value_folded is 'Letters and digits only, lower case; what is typed is looked up here';

call kernel.protect('patients.patient', 'select, insert, update', 'patient_id');
call kernel.protect('patients.patient_name', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.search_name', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.name_part', 'select, insert');
call kernel.protect('patients.address', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.phone', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.email', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.language', 'select, insert, update, delete', 'patient_id');
call kernel.protect('patients.identifier', 'select, insert, update, delete', 'patient_id');
