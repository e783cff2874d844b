-- The sound of a call may come before the call itself is told. Until then nobody knows whose it is: it belongs to
-- the telephone system that sent it, and only a transaction that says so sees it.
create table inquiries.early_voicemail (
  system_id uuid not null references inquiries.telephone_system,
  outside_id text not null check (length(outside_id) between 1 and 200),
  voicemail_id uuid not null unique,
  dialled text check (length(dialled) <= 60),
  number text check (length(number) <= 60),
  came_at timestamptz not null,
  arrived_at timestamptz not null,
  kind text not null check (kind in ('wav', 'mp3', 'ogg', 'm4a')),
  audio bytea not null check (octet_length(audio) between 1 and 20971520),
  audio_digest bytea not null generated always as (sha256(audio)) stored,
  bytes int not null generated always as (octet_length(audio)) stored,
  seconds int check (seconds between 0 and 86400),
  primary key (system_id, outside_id, audio_digest)
);
alter table inquiries.early_voicemail alter column audio set storage external;
comment on table inquiries.early_voicemail is
  'What was left in a call that has not rung here yet; joined to it when it rings, kept for a day';
comment on column inquiries.early_voicemail.voicemail_id is 'Its id as a voicemail: the same one whenever it is sent';
comment on column inquiries.early_voicemail.dialled is 'The number that was dialled; null when the telephone system did not say it';
comment on column inquiries.early_voicemail.number is 'The caller''s number as told; null when it was withheld or not said';
comment on column inquiries.early_voicemail.arrived_at is 'By our clock; from then on it waits for its call';
comment on column inquiries.early_voicemail.bytes is 'A telephone system may leave 100 MB waiting';
alter table inquiries.early_voicemail enable row level security;
alter table inquiries.early_voicemail force row level security;
create policy of_telephone on inquiries.early_voicemail to ${application}
  using (system_id = (select nullif(current_setting('malasakit.telephone', true), '')::uuid))
  with check (system_id = (select nullif(current_setting('malasakit.telephone', true), '')::uuid));
create policy owner_all on inquiries.early_voicemail to ${owner} using (true) with check (true);
create policy backup_read on inquiries.early_voicemail for select to ${backup} using (true);
grant select, insert, delete on inquiries.early_voicemail to ${application};
grant select on inquiries.early_voicemail to ${backup};

create table inquiries.lost_voicemail (
  organization_id uuid not null references access.organization,
  voicemail_id uuid not null,
  system_id uuid not null references inquiries.telephone_system,
  came_at timestamptz not null,
  given_up_at timestamptz not null,
  primary key (organization_id, voicemail_id)
);
create index on inquiries.lost_voicemail (organization_id, given_up_at);
comment on table inquiries.lost_voicemail is
  'A voicemail of which nobody learned whose it was: its call never rang, and no number of a clinic was said. Told to each clinic of that telephone system, without sound or number';
call kernel.protect('inquiries.lost_voicemail', 'select, insert');
