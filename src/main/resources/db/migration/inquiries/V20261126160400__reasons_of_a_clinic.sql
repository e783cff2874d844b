-- Which reasons of a call a clinic offers, in its order; the newest stands, append-only. Without one: all, as in the file.
create table inquiries.reason_rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  reasons text[] not null check (cardinality(reasons) between 1 and 60),
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  primary key (organization_id, rule_id)
);
comment on table inquiries.reason_rule is 'Which reasons a clinic offers for the write-up of a call, in its order; the newest counts';
comment on column inquiries.reason_rule.reasons is 'Codes of the file inquiries/reasons.csv';
call kernel.protect('inquiries.reason_rule', 'select, insert');
