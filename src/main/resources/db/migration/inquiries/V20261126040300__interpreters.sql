-- An interpreter on the line: asked for, connected, gone; or declined, and why.
drop index inquiries.call_live_by_owner;

create table inquiries.interpreter_use (
  organization_id uuid not null references access.organization,
  use_id uuid not null,
  call_id uuid not null,
  vendor text not null check (length(vendor) <= 120),
  language text not null check (language ~ '^[A-Za-z0-9-]{2,35}$'),
  badge text not null check (length(badge) <= 40),
  connected_at timestamptz,
  ended_at timestamptz,
  declined text check (declined ~ '^[a-z_]{2,40}$'),
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, use_id),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((connected_at is null) = (declined is not null)),
  check (ended_at is null or ended_at >= connected_at)
);
create index on inquiries.interpreter_use (organization_id, call_id, at);
comment on table inquiries.interpreter_use is 'An interpreter in a call, or why there was none: 45 CFR 92.201';
comment on column inquiries.interpreter_use.badge is 'By which the vendor knows the interpreter; empty when she gave none';
comment on column inquiries.interpreter_use.declined is 'Code of why nobody interpreted; null when somebody did';
call kernel.protect('inquiries.interpreter_use', 'select, insert, update');
