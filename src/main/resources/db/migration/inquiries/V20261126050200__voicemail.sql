-- What a caller left on the machine: played in the page, heard by somebody, settled.
create table inquiries.voicemail (
  organization_id uuid not null references access.organization,
  voicemail_id uuid not null,
  call_id uuid,
  number text check (length(number) <= 60),
  came_at timestamptz not null,
  kind text not null check (kind in ('wav', 'mp3', 'ogg', 'm4a')),
  audio bytea not null check (octet_length(audio) between 1 and 20971520),
  audio_digest bytea not null generated always as (sha256(audio)) stored,
  added_by uuid references access.account,
  heard_by uuid references access.account,
  heard_at timestamptz,
  settled text check (settled in ('message', 'call_back', 'done')),
  settled_by uuid references access.account,
  settled_at timestamptz,
  primary key (organization_id, voicemail_id),
  unique (organization_id, call_id, audio_digest),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((heard_by is null) = (heard_at is null)),
  check ((settled is null) = (settled_by is null)),
  check ((settled is null) = (settled_at is null))
);
alter table inquiries.voicemail alter column audio set storage external;
create index on inquiries.voicemail (organization_id, came_at) where settled is null;
comment on table inquiries.voicemail is 'A voicemail until it became a message, a call or nothing more; who heard and settled it is written once and stays';
comment on column inquiries.voicemail.call_id is 'The call that ended in it; null when it was added by hand for a number';
comment on column inquiries.voicemail.number is 'The caller''s number as told or typed; null when withheld';
comment on column inquiries.voicemail.kind is 'Found in its first bytes, not believed from a name';
comment on column inquiries.voicemail.audio is 'The sound itself; read only where it is played';
comment on column inquiries.voicemail.audio_digest is 'SHA-256: the same sound for the same call is the same voicemail';
comment on column inquiries.voicemail.added_by is 'Who added it by hand; null when the telephone system sent it';
comment on column inquiries.voicemail.heard_by is 'Who began to play it first';
call kernel.protect('inquiries.voicemail', 'select, insert, update');
call access.findable('voicemail', 'inquiries.voicemail', 'voicemail_id');
