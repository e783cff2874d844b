-- A code that a caller asked to be texted to a number on file, and reads back in the same call.
create table inquiries.call_code (
  organization_id uuid not null references access.organization,
  code_id uuid not null,
  call_id uuid not null,
  patient_id uuid not null,
  account_id uuid not null references access.account,
  number int not null check (number between 1 and 3),
  outgoing_id uuid not null,
  ending text not null check (ending ~ '^[0-9]{2}$'),
  mark text not null check (length(mark) between 16 and 64),
  made_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > made_at),
  tries int not null default 0 check (tries between 0 and 3),
  state text not null check (state in ('open', 'matched', 'failed', 'replaced')),
  primary key (organization_id, code_id),
  unique (organization_id, call_id, number),
  foreign key (organization_id, call_id) references inquiries.call,
  foreign key (organization_id, outgoing_id) references messaging.outgoing
);
create unique index call_code_open on inquiries.call_code (organization_id, call_id) where state = 'open';
comment on table inquiries.call_code is 'Codes texted during a call: bound to the call, the patient and who speaks with her';
comment on column inquiries.call_code.ending is 'Last two digits of the number it went to';
comment on column inquiries.call_code.mark is 'Keyed mark of the six digits: they are compared and stand nowhere';
comment on index inquiries.call_code_open is 'A new code ends the one before';
call kernel.protect('inquiries.call_code', 'select, insert, update', 'patient_id');

alter table inquiries.gate_rule
  add column new_number_days int not null default 7 check (new_number_days between 0 and 90);
comment on column inquiries.gate_rule.new_number_days is 'No code is texted to a number that changed within so many days';
