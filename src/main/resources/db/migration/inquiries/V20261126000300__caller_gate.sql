-- Who is calling, and what was proven of it: which facts, never their values.
create function access.live_calls_of(account uuid) returns table (organization_id uuid, call_id uuid, talking boolean)
  language sql stable security definer set search_path = '' as $$
  select c.organization_id, c.call_id, c.state = 'talking' from inquiries.call c
   where c.owner_id = account and c.state in ('talking', 'held') limit 20 $$;
comment on function access.live_calls_of(uuid) is
  'Whatever the scope: the calls on which callers of this person are on the line, wherever they rang';
revoke execute on function access.live_calls_of(uuid) from public;
grant execute on function access.live_calls_of(uuid) to ${application};
create index call_live_by_owner on inquiries.call (owner_id) where state in ('talking', 'held');

create table inquiries.gate_try (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  number int not null check (number between 1 and 200),
  caller text not null check (caller in ('patient', 'for_her', 'office', 'payer', 'nobody')),
  asked text[] not null,
  matched text[] not null,
  outcome text not null check (outcome in ('booking', 'hearing', 'record', 'no_match', 'several', 'not_needed')),
  patient_id uuid,
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, call_id, number),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((outcome in ('booking', 'hearing', 'record')) <= (patient_id is not null))
);
comment on table inquiries.gate_try is 'Each time a caller was asked who she is: which facts were asked and which matched, not their values';
comment on column inquiries.gate_try.caller is 'The patient, someone for her, an office or facility, a payer, or not about a patient';
call kernel.protect('inquiries.gate_try', 'select, insert', 'patient_id');

create table inquiries.proven (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  patient_id uuid not null,
  depth text not null check (depth in ('booking', 'hearing', 'record')),
  representative_id uuid,
  at timestamptz not null,
  primary key (organization_id, call_id, patient_id),
  foreign key (organization_id, call_id) references inquiries.call
);
create index on inquiries.proven (organization_id, patient_id, at);
comment on table inquiries.proven is 'For whom the caller of a call was proven, and how far the record is open while it lasts';
comment on column inquiries.proven.representative_id is 'Who speaks for her in this call; null when she speaks herself';
call kernel.protect('inquiries.proven', 'select, insert, update', 'patient_id');

create table inquiries.aside (
  organization_id uuid not null references access.organization,
  aside_id uuid not null,
  call_id uuid not null,
  patient_id uuid not null,
  account_id uuid not null references access.account,
  reason text not null check (length(btrim(reason)) between 1 and 300),
  at timestamptz not null,
  primary key (organization_id, aside_id)
);
create index on inquiries.aside (organization_id, account_id, at);
comment on table inquiries.aside is 'A record opened during a call although it is not about that caller, with the reason';
comment on column inquiries.aside.call_id is 'The call that was on the line, which may be another clinic''s';
call kernel.protect('inquiries.aside', 'select, insert', 'patient_id');

create index on inquiries.call_writeup (organization_id, patient_id, written_at);
