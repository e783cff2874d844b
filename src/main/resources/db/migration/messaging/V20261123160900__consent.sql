create schema messaging;
comment on schema messaging is 'What goes out to patients and comes back, and what they allowed';
grant usage on schema messaging to ${application}, ${backup};

create table messaging.consent (
  organization_id uuid not null references access.organization,
  consent_id uuid not null,
  patient_id uuid not null,
  channel text not null check (channel in ('call', 'text', 'email', 'letter', 'voicemail')),
  address text not null collate "C" check (length(address) <= 254),
  purpose text not null check (purpose in ('care', 'billing', 'survey', 'marketing')),
  answer text not null check (answer in ('given', 'refused', 'revoked')),
  basis text not null check (basis in ('written', 'spoken', 'portal', 'reply', 'registration', 'import')),
  words text not null check (words <> '' and length(words) <= 2000),
  at timestamptz not null,
  by_account uuid,
  said_by text not null default '' check (length(said_by) <= 200),
  primary key (organization_id, consent_id)
);
create index on messaging.consent (organization_id, patient_id, channel, purpose, consent_id);
create index on messaging.consent (organization_id, address, consent_id);
comment on table messaging.consent is 'What a patient allowed, refused or took back, per channel, address and purpose; append-only, the latest line stands';
comment on column messaging.consent.address is 'Digits with country code, or e-mail in lower case; empty for every address of the channel';
comment on column messaging.consent.words is 'What she was shown or told when she said so';
comment on column messaging.consent.said_by is 'Who spoke, when it was not she herself';
call kernel.protect('messaging.consent', 'select, insert', 'patient_id');
