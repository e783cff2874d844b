-- Telephone systems ring here. One switch serves several clinics, so it belongs to none; each clinic says which
-- switch may ring for it.
create table inquiries.telephone_system (
  system_id uuid primary key,
  name text not null check (length(btrim(name)) between 1 and 80),
  token_digest bytea not null unique,
  made_by uuid not null references access.account,
  made_at timestamptz not null
);
comment on table inquiries.telephone_system is 'A switch that tells us of calls by its own bearer token';
comment on column inquiries.telephone_system.token_digest is 'SHA-256 of the token, which is shown once';
grant select, insert, update on inquiries.telephone_system to ${application};
grant select on inquiries.telephone_system to ${backup};

create table inquiries.telephone_line (
  organization_id uuid not null references access.organization,
  system_id uuid not null references inquiries.telephone_system,
  added_by uuid not null references access.account,
  added_at timestamptz not null,
  primary key (organization_id, system_id)
);
create index on inquiries.telephone_line (system_id);
comment on table inquiries.telephone_line is 'A clinic for which a telephone system may ring';
call kernel.protect('inquiries.telephone_line', 'select, insert, delete');

create table inquiries.telephone_seat (
  system_id uuid not null references inquiries.telephone_system,
  extension text not null check (extension ~ '^[0-9A-Za-z._-]{1,40}$'),
  account_id uuid not null references access.account,
  since timestamptz not null,
  primary key (system_id, extension)
);
create index on inquiries.telephone_seat (account_id);
comment on table inquiries.telephone_seat is 'Who sits at which extension; she says so herself when her shift begins';
grant select, insert, update, delete on inquiries.telephone_seat to ${application};
grant select on inquiries.telephone_seat to ${backup};

create table inquiries.early_event (
  system_id uuid not null references inquiries.telephone_system,
  outside_id text not null check (length(outside_id) between 1 and 200),
  kind text not null,
  at timestamptz not null,
  extension text not null,
  handed_to text not null,
  arrived_at timestamptz not null,
  primary key (system_id, outside_id, kind, at, extension)
);
create index on inquiries.early_event (arrived_at);
comment on table inquiries.early_event is 'What a telephone system told of a call before it told of the call itself; kept for a day';
grant select, insert, delete on inquiries.early_event to ${application};
grant select on inquiries.early_event to ${backup};

create function access.telephone_system_by_token(digest bytea) returns table (system_id uuid, organization_id uuid)
  language sql stable security definer set search_path = '' as $$
  select s.system_id, l.organization_id from inquiries.telephone_system s
    join inquiries.telephone_line l on l.system_id = s.system_id
   where s.token_digest = digest limit 2000 $$;
comment on function access.telephone_system_by_token(bytea) is
  'Before scope: the telephone system that shows this token, and the organizations it may ring for';
revoke execute on function access.telephone_system_by_token(bytea) from public;
grant execute on function access.telephone_system_by_token(bytea) to ${application};

create table inquiries.availability (
  account_id uuid primary key references access.account,
  state text not null check (state in ('available', 'break', 'away')),
  since timestamptz not null
);
comment on table inquiries.availability is 'Whether a person takes calls now, as she says herself; being on a call follows from her calls';
grant select, insert, update on inquiries.availability to ${application};
grant select on inquiries.availability to ${backup};

create table inquiries.call (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  system_id uuid references inquiries.telephone_system,
  outside_id text,
  direction text not null check (direction in ('in', 'out')),
  other_number text,
  other_digits text,
  own_number text not null default '',
  queue text not null default '',
  language text not null default '',
  started_at timestamptz not null,
  answered_at timestamptz,
  extension text not null default '',
  held_at timestamptz,
  resumed_at timestamptz,
  handed_at timestamptz,
  handed_to text not null default '',
  abandoned_at timestamptz,
  voicemail_at timestamptz,
  ended_at timestamptz,
  owner_id uuid references access.account,
  owned_at timestamptz,
  owned_by_telephone boolean not null default false,
  opened_at timestamptz,
  lead_since timestamptz,
  closed_by uuid references access.account,
  closed_at timestamptz,
  state text not null check (state in ('ringing', 'unclaimed', 'talking', 'held', 'writing', 'missed', 'closed')),
  version int not null default 1,
  primary key (organization_id, call_id),
  unique (system_id, outside_id),
  check ((system_id is null) = (outside_id is null)),
  check ((owner_id is null) = (owned_at is null)),
  check (state not in ('talking', 'held', 'writing') or owner_id is not null),
  check (state not in ('ringing', 'unclaimed', 'missed') or owner_id is null),
  check ((closed_at is null) = (closed_by is null)),
  check ((state = 'closed') = (closed_at is not null))
);
create index on inquiries.call (organization_id, started_at) where state in ('ringing', 'unclaimed', 'missed');
create index on inquiries.call (organization_id, owner_id) where state in ('talking', 'held', 'writing');
create index on inquiries.call (organization_id, started_at);
comment on table inquiries.call is 'A telephone call at a clinic, from its first ring until it is written up';
comment on constraint call_system_id_outside_id_key on inquiries.call is
  'Leads with no organization on purpose: an event names its call before anybody knows whose it is';
comment on column inquiries.call.outside_id is 'Its id in the telephone system; null when a person opened it by hand';
comment on column inquiries.call.other_number is 'The caller''s number, or the one called, as told; null when it was withheld';
comment on column inquiries.call.other_digits is 'The same as matched: country code and number';
comment on column inquiries.call.own_number is 'The clinic''s number that was dialled';
comment on column inquiries.call.extension is 'Of the latest answer that the telephone system told of';
comment on column inquiries.call.handed_at is 'When it was transferred out of our hands, to handed_to';
comment on column inquiries.call.owner_id is 'Whose call it is: one person, or nobody yet';
comment on column inquiries.call.owned_by_telephone is 'Whether the telephone said whose it is; what it says weighs more than who took it by hand';
comment on column inquiries.call.opened_at is 'When its owner saw its page; until then the page opens by itself';
comment on column inquiries.call.lead_since is 'Since when it waits for the lead, because it was left on hold or its owner is gone';
comment on column inquiries.call.closed_at is 'When it was written up, or a missed call was dealt with';
comment on column inquiries.call.state is 'Follows from the moments above and the owner; written with them';
call kernel.protect('inquiries.call', 'select, insert, update');
call access.findable('call', 'inquiries.call', 'call_id');

create function access.call_of_telephone(telephone uuid, named text) returns table (organization_id uuid, call_id uuid)
  language sql stable security definer set search_path = '' as $$
  select c.organization_id, c.call_id from inquiries.call c where c.system_id = telephone and c.outside_id = named $$;
comment on function access.call_of_telephone(uuid, text) is
  'Before scope: which call a telephone system means by its own id';
revoke execute on function access.call_of_telephone(uuid, text) from public;
grant execute on function access.call_of_telephone(uuid, text) to ${application};

create table inquiries.call_step (
  organization_id uuid not null,
  call_id uuid not null,
  version int not null,
  step text not null,
  at timestamptz not null,
  by_id uuid,
  owner_id uuid,
  detail text not null default '',
  primary key (organization_id, call_id, version),
  foreign key (organization_id, call_id) references inquiries.call
);
comment on table inquiries.call_step is 'Each change of a call: what the telephone told or a person did, and whose it was then';
comment on column inquiries.call_step.by_id is 'Who did it; null when the telephone system told it';
comment on column inquiries.call_step.detail is 'Extension, reason code; never a number or a name of a caller';
call kernel.protect('inquiries.call_step', 'select, insert');
