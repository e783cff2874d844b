create schema directory;
comment on schema directory is 'What is known about a clinic besides its patients';
grant usage on schema directory to ${application}, ${backup};

create table directory.clinic (
  organization_id uuid primary key references access.organization,
  greeting text not null default '',
  neutral_name text not null default '',
  zone text check (zone <> ''),
  version bigint not null default 1,
  hours_version bigint not null default 1
);
comment on table directory.clinic is 'How an organization presents itself on the phone and on paper; one row per organization';
comment on column directory.clinic.greeting is 'Read aloud when a call is taken';
comment on column directory.clinic.neutral_name is 'For envelopes and voicemail: tells nothing about the kind of care';
comment on column directory.clinic.zone is 'IANA zone in which its hours and holidays are meant; null until a person said it';
comment on column directory.clinic.version is 'Counts changes of greeting, neutral name and zone; a form sends back the one it has seen';
comment on column directory.clinic.hours_version is 'Counts changes of the weekly hours';
call kernel.protect('directory.clinic', 'select, insert, update');

create table directory.clinic_number (
  organization_id uuid not null references access.organization,
  e164 text not null check (e164 ~ '^\+[1-9][0-9]{6,14}$'),
  label text not null default '',
  added_at timestamptz not null,
  primary key (organization_id, e164),
  unique (e164)
);
comment on table directory.clinic_number is 'Numbers that callers dial; the dialled number decides the clinic';
comment on constraint clinic_number_e164_key on directory.clinic_number is
  'Leads with no organization on purpose: a number rings at one clinic only, whoever asks';
call kernel.protect('directory.clinic_number', 'select, insert, delete');

create function access.organization_by_dialled_number(dialled text) returns uuid
  language sql stable security definer set search_path = '' as $$
  select n.organization_id from directory.clinic_number n where n.e164 = dialled $$;
comment on function access.organization_by_dialled_number(text) is
  'Before scope: the id of the organization at which this E.164 number rings';
revoke execute on function access.organization_by_dialled_number(text) from public;
grant execute on function access.organization_by_dialled_number(text) to ${application};

create table directory.opening_hours (
  organization_id uuid not null references access.organization,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (organization_id, weekday, opens)
);
comment on table directory.opening_hours is 'Weekly hours of a clinic; a day may have several rows (closed over noon)';
comment on column directory.opening_hours.weekday is 'ISO: 1 Monday to 7 Sunday; the day on which it opens';
comment on column directory.opening_hours.closes is 'At or before opens: it closes on the following day';
call kernel.protect('directory.opening_hours', 'select, insert, delete');

create table directory.holiday (
  organization_id uuid not null references access.organization,
  day date not null,
  name text not null check (name <> ''),
  opens time,
  closes time,
  primary key (organization_id, day),
  check ((opens is null) = (closes is null))
);
comment on table directory.holiday is 'A date with other hours than its weekday; without hours it is closed';
call kernel.protect('directory.holiday', 'select, insert, delete');

create table directory.switched_off (
  organization_id uuid not null references access.organization,
  country text not null check (country ~ '^[A-Z]{2}$'),
  what text not null check (what in ('print', 'copy', 'csv')),
  since timestamptz not null,
  primary key (organization_id, country, what)
);
comment on table directory.switched_off is 'What people who work from a country may not do with this clinic''s pages';
call kernel.protect('directory.switched_off', 'select, insert, delete');

create table directory.site (
  organization_id uuid not null references access.organization,
  id uuid not null,
  name text not null check (name <> ''),
  line1 text not null default '',
  line2 text not null default '',
  city text not null default '',
  state text not null default '',
  zip text not null default '',
  book text not null check (book in ('ours', 'theirs')),
  zone text check (zone <> ''),
  zone_confirmed_at timestamptz,
  zone_confirmed_by uuid references access.account,
  source text not null,
  external_id text,
  edited_at timestamptz,
  imported_digest text,
  active boolean not null default true,
  version bigint not null default 1,
  primary key (organization_id, id),
  unique (organization_id, source, external_id),
  check (zone_confirmed_at is null or zone is not null)
);
create index on directory.site (organization_id, name);
comment on table directory.site is 'A place where the clinic sees patients, or a facility that a file named';
comment on column directory.site.book is 'ours: booked here; theirs: the clinic''s own system is the master';
comment on column directory.site.zone is 'IANA zone, proposed from the ZIP until a person confirms it';
comment on column directory.site.zone_confirmed_by is 'Null when a job confirmed it (made-up world)';
comment on column directory.site.source is 'typed, or the kind of file it came from';
comment on column directory.site.external_id is 'Its name in that source; null when typed';
comment on column directory.site.edited_at is 'When a person last changed it here; from then on a file changes it no more';
comment on column directory.site.imported_digest is 'Hash of what the last file said, to see whether the next says anything new';
call kernel.protect('directory.site', 'select, insert, update');

create table directory.practitioner (
  organization_id uuid not null references access.organization,
  id uuid not null,
  family text not null check (family <> ''),
  given text not null default '',
  credentials text not null default '',
  npi text not null default '',
  npi_verified boolean not null,
  languages text[] not null default '{}',
  licensed_states text[] not null default '{}',
  active boolean not null default true,
  source text not null,
  external_id text,
  edited_at timestamptz,
  imported_digest text,
  version bigint not null default 1,
  primary key (organization_id, id),
  unique (organization_id, source, external_id),
  check (npi <> '' or not npi_verified)
);
create index on directory.practitioner (organization_id, family, given);
create index on directory.practitioner (organization_id, npi);
comment on table directory.practitioner is 'A person who sees patients at this clinic';
comment on column directory.practitioner.npi is 'National Provider Identifier as typed or as the file had it; empty when unknown';
comment on column directory.practitioner.npi_verified is 'Its check digit is right; a file may bring a wrong one, a person may not';
comment on column directory.practitioner.languages is 'BCP 47 codes';
comment on column directory.practitioner.licensed_states is 'Two letters each';
call kernel.protect('directory.practitioner', 'select, insert, update');

create table directory.practitioner_role (
  organization_id uuid not null,
  practitioner_id uuid not null,
  site_id uuid not null,
  specialty text not null default '',
  source text not null,
  external_id text,
  primary key (organization_id, practitioner_id, site_id),
  unique (organization_id, source, external_id),
  foreign key (organization_id, practitioner_id) references directory.practitioner,
  foreign key (organization_id, site_id) references directory.site
);
create index on directory.practitioner_role (organization_id, site_id);
comment on table directory.practitioner_role is 'A practitioner works at a site';
call kernel.protect('directory.practitioner_role', 'select, insert, update, delete');

create table directory.visit_type (
  organization_id uuid not null references access.organization,
  id uuid not null,
  name text not null check (name <> ''),
  minutes int not null check (minutes between 5 and 480),
  modality text not null check (modality in ('in_person', 'video', 'phone')),
  preparation text not null default '',
  least_notice_minutes int not null default 0 check (least_notice_minutes between 0 and 43200),
  patients text not null default 'any' check (patients in ('any', 'new', 'established')),
  active boolean not null default true,
  version bigint not null default 1,
  primary key (organization_id, id),
  unique (organization_id, name)
);
comment on table directory.visit_type is 'A kind of visit that can be booked';
comment on column directory.visit_type.preparation is 'Read to the patient when it is booked';
comment on column directory.visit_type.least_notice_minutes is 'Not bookable closer to its start than this';
call kernel.protect('directory.visit_type', 'select, insert, update');

create table directory.visit_type_practitioner (
  organization_id uuid not null,
  visit_type_id uuid not null,
  practitioner_id uuid not null,
  primary key (organization_id, visit_type_id, practitioner_id),
  foreign key (organization_id, visit_type_id) references directory.visit_type,
  foreign key (organization_id, practitioner_id) references directory.practitioner
);
create index on directory.visit_type_practitioner (organization_id, practitioner_id);
comment on table directory.visit_type_practitioner is 'Who may give a visit type; nobody listed means every practitioner';
call kernel.protect('directory.visit_type_practitioner', 'select, insert, delete');

create table directory.visit_type_need (
  organization_id uuid not null,
  visit_type_id uuid not null,
  type text not null check (type in ('room', 'device')),
  kind text not null check (kind <> ''),
  primary key (organization_id, visit_type_id, type, kind),
  foreign key (organization_id, visit_type_id) references directory.visit_type
);
comment on table directory.visit_type_need is 'Kind of room or device that a visit type takes, one of each';
call kernel.protect('directory.visit_type_need', 'select, insert, delete');

create table directory.resource (
  organization_id uuid not null,
  id uuid not null,
  site_id uuid not null,
  type text not null check (type in ('room', 'device')),
  kind text not null check (kind <> ''),
  name text not null check (name <> ''),
  active boolean not null default true,
  version bigint not null default 1,
  primary key (organization_id, id),
  unique (organization_id, site_id, name),
  foreign key (organization_id, site_id) references directory.site
);
comment on table directory.resource is 'A room or device at a site that a visit can take';
comment on column directory.resource.kind is 'What visit types ask for, in lower case: exam room, ultrasound';
call kernel.protect('directory.resource', 'select, insert, update');

create table directory.transfer_target (
  organization_id uuid not null references access.organization,
  id uuid not null,
  desk text not null check (desk in
    ('nurse', 'on_call', 'front_desk', 'billing', 'referrals', 'pharmacy', 'interpreter')),
  name text not null check (name <> ''),
  phone text not null check (phone <> ''),
  account_code text not null default '',
  reach text not null check (reach in ('always', 'open_hours', 'after_hours', 'own_hours')),
  fallback_id uuid,
  fallback_words text not null default '',
  position int not null default 0,
  version bigint not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, fallback_id) references directory.transfer_target,
  check (fallback_id is not null or fallback_words <> ''),
  check (fallback_id is distinct from id)
);
comment on table directory.transfer_target is 'Where a call can be handed over to, when, and what to do when nobody answers';
comment on column directory.transfer_target.phone is 'As typed; shown and dialled by its reading';
comment on column directory.transfer_target.account_code is 'What an interpreter vendor asks for first';
comment on column directory.transfer_target.reach is 'When it answers: always, in or outside the clinic''s hours, or in hours of its own';
comment on column directory.transfer_target.fallback_words is 'What to do instead when there is no other number to try';
call kernel.protect('directory.transfer_target', 'select, insert, update, delete');

create table directory.transfer_hours (
  organization_id uuid not null,
  target_id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  opens time not null,
  closes time not null,
  primary key (organization_id, target_id, weekday, opens),
  foreign key (organization_id, target_id) references directory.transfer_target on delete cascade
);
comment on table directory.transfer_hours is 'Hours of its own of a transfer target, in the clinic''s zone; as opening_hours';
call kernel.protect('directory.transfer_hours', 'select, insert, delete');

create table directory.notice (
  organization_id uuid not null references access.organization,
  id uuid not null,
  site_id uuid,
  practitioner_id uuid,
  words text not null check (words <> ''),
  shown_from timestamptz not null,
  shown_until timestamptz not null,
  must_read boolean not null,
  written_by uuid references access.account,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  version bigint not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, site_id) references directory.site,
  foreign key (organization_id, practitioner_id) references directory.practitioner,
  check (site_id is null or practitioner_id is null),
  check (shown_until > shown_from)
);
create index on directory.notice (organization_id, shown_until);
comment on table directory.notice is 'Something to know about a clinic, a site or a practitioner for a while';
comment on column directory.notice.must_read is 'Stays in front until each person has said that she read it';
call kernel.protect('directory.notice', 'select, insert, update');

create table directory.notice_read (
  organization_id uuid not null,
  notice_id uuid not null,
  account_id uuid not null references access.account,
  read_at timestamptz not null,
  primary key (organization_id, notice_id, account_id),
  foreign key (organization_id, notice_id) references directory.notice
);
comment on table directory.notice_read is 'Who said that she read a notice, and when; append-only';
call kernel.protect('directory.notice_read', 'select, insert');
