-- An office, a pharmacy, a facility or a payer on the line: who it says it is, and how that was proven.
create table inquiries.party (
  organization_id uuid not null references access.organization,
  party_id uuid not null,
  call_id uuid not null,
  sort text not null check (sort in ('office', 'pharmacy', 'facility', 'payer')),
  name text not null check (length(btrim(name)) between 1 and 120),
  person text not null check (length(btrim(person)) between 1 and 120),
  job text not null default '' check (length(job) <= 60),
  number text not null default '',
  proof text not null check (proof in ('none', 'on_file', 'called_back', 'reference')),
  target_id uuid,
  published text check (published in ('website', 'registry', 'letter', 'card', 'directory')),
  reference text not null default '' check (length(reference) <= 60),
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, party_id),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((proof = 'on_file') <= (target_id is not null)),
  check ((proof = 'called_back') <= (published is not null)),
  check ((proof = 'reference') <= (sort = 'payer' and reference <> ''))
);
create index on inquiries.party (organization_id, call_id, party_id);
comment on table inquiries.party is
  'Which organization rings in a call, as its caller said last (the newest row), and how that was proven; append-only';
comment on column inquiries.party.person is 'The name of who speaks for it';
comment on column inquiries.party.job is 'What that person is there: nurse, pharmacist, claims examiner';
comment on column inquiries.party.number is 'Where it says that it is reached; the number that rings is with the call and proves nothing';
comment on column inquiries.party.proof is
  'none: not proven. on_file: what it says of its number is on the transfer list. called_back: we rang it. reference: the payer named its own';
comment on column inquiries.party.target_id is 'Which line of the transfer list it is';
comment on column inquiries.party.published is 'Where the number stood that we rang';
comment on column inquiries.party.reference is 'The payer''s own reference of its call';
call kernel.protect('inquiries.party', 'select, insert');

alter table inquiries.proven add column purpose text check (purpose in ('treatment', 'payment')),
  drop constraint proven_depth_check,
  add check (depth in ('booking', 'hearing', 'payment', 'record', 'contact')),
  add check (purpose is null or (representative_id is null and depth in ('payment', 'record'))),
  add check ((depth = 'payment') <= (purpose = 'payment'));
comment on column inquiries.proven.purpose is
  'For what an organization that rings may hear of her; null when she or somebody for her rings';
alter table inquiries.gate_try drop constraint gate_try_outcome_check,
  add check (outcome in
    ('booking', 'hearing', 'payment', 'record', 'contact', 'no_match', 'several', 'not_needed', 'party')),
  drop constraint gate_try_check,
  add check ((outcome in ('booking', 'hearing', 'payment', 'record', 'contact')) <= (patient_id is not null));
