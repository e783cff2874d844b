-- What a clinic asks of callers beside name and birth date, and the word that a patient chose for herself.
create table inquiries.gate_rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  facts text[] not null check (cardinality(facts) between 1 and 10),
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  primary key (organization_id, rule_id)
);
comment on table inquiries.gate_rule is 'Which facts a clinic asks of callers, in its order; the newest counts, none is the usual rule';
call kernel.protect('inquiries.gate_rule', 'select, insert');

create table inquiries.code_word (
  organization_id uuid not null references access.organization,
  patient_id uuid not null,
  hash text not null,
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  primary key (organization_id, patient_id)
);
comment on table inquiries.code_word is 'The word by which a patient wants to be known on the telephone';
comment on column inquiries.code_word.hash is 'Argon2id of the folded word: it is compared and never shown';
call kernel.protect('inquiries.code_word', 'select, insert, update, delete', 'patient_id');
