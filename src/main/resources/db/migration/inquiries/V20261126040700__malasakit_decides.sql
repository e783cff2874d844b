-- Per system: the switch decides who answers, or Malasakit does and tells the switch.
alter table inquiries.telephone_system
  add column webhook text check (webhook ~ '^https?://' and length(webhook) <= 300);
comment on column inquiries.telephone_system.webhook is
  'Where the switch is told who took a call; null while the switch decides itself';

create table inquiries.switch_told (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  account_id uuid not null references access.account,
  outcome text not null check (outcome in ('told', 'refused', 'unreachable', 'no_seat')),
  at timestamptz not null,
  primary key (organization_id, call_id, account_id),
  foreign key (organization_id, call_id) references inquiries.call
);
comment on table inquiries.switch_told is 'Whether the switch was told who took a call, when Malasakit decides';
comment on column inquiries.switch_told.outcome is 'no_seat: whoever took it sits at no telephone of that switch';
call kernel.protect('inquiries.switch_told', 'select, insert, update');
