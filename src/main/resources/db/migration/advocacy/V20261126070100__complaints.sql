-- What people complain of, hidden from whoever it names: not by the page but by the policies below.
create schema advocacy;
comment on schema advocacy is 'Complaints: what was said, who sees to it, what became of it';
grant usage on schema advocacy to ${application}, ${backup};

create table advocacy.complaint (
  organization_id uuid not null references access.organization,
  complaint_id uuid not null,
  number text not null check (number ~ '^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$'),
  call_id uuid,
  patient_id uuid,
  kind text not null check (kind ~ '^[a-z_]{2,40}$'),
  about text not null check (about in ('me', 'colleague', 'practitioner', 'site', 'clinic', 'payer', 'else')),
  about_id uuid,
  about_words text not null default '' check (length(about_words) <= 200),
  words text not null check (length(btrim(words)) between 1 and 4000),
  written boolean not null,
  complainant text not null default '' check (length(complainant) <= 120),
  contact text not null default '' check (length(contact) <= 200),
  solved_how text not null default '' check (length(solved_how) <= 1000),
  goes_to text not null check (goes_to in ('advocate', 'supervisor', 'privacy_officer')),
  hidden_from uuid[] not null default '{}',
  received_on date not null,
  recorded_by uuid not null references access.account,
  recorded_at timestamptz not null,
  state text not null check (state in ('logged', 'open', 'closed')),
  owner_id uuid references access.account,
  answered_on date,
  closed_by uuid references access.account,
  closed_at timestamptz,
  outcome text check (outcome in ('put_right', 'partly', 'not_found', 'withdrawn')),
  version int not null default 1,
  primary key (organization_id, complaint_id),
  unique (organization_id, number),
  foreign key (organization_id, call_id) references inquiries.call,
  check ((about in ('colleague', 'practitioner', 'site')) = (about_id is not null)),
  check (about not in ('payer', 'else') or btrim(about_words) <> ''),
  check (state <> 'logged' or (solved_how <> '' and not written)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (outcome is null)),
  check (owner_id is null or not owner_id = any (hidden_from))
);
create index on advocacy.complaint (organization_id, state, recorded_at);
comment on table advocacy.complaint is 'What somebody complained of: logged when it was spoken and solved at once, else an item until it is closed';
comment on column advocacy.complaint.number is 'To tell whoever complained; random, so it says nothing';
comment on column advocacy.complaint.call_id is 'The call in which it was said; null when there was none';
comment on column advocacy.complaint.patient_id is 'Whose care it is about; null when that is unknown or was not to be named';
comment on column advocacy.complaint.kind is 'Code of the file advocacy/kinds.csv';
comment on column advocacy.complaint.about is 'About whom or what; me is whoever recorded it';
comment on column advocacy.complaint.about_id is 'The account, practitioner or site it is about';
comment on column advocacy.complaint.words is 'As it was said, in the complainant''s own words';
comment on column advocacy.complaint.complainant is 'Name of who complains; empty when she stays unnamed';
comment on column advocacy.complaint.contact is 'How to answer; empty when no answer is wanted or possible';
comment on column advocacy.complaint.goes_to is 'Whose it is to see to; never a person it names';
comment on column advocacy.complaint.hidden_from is 'Accounts that it names: for them this row does not exist';
comment on column advocacy.complaint.received_on is 'The clinic''s date on which it came; clocks count from it';
call kernel.protect('advocacy.complaint', 'select, insert, update', 'patient_id');
create policy not_for_whom_it_names on advocacy.complaint as restrictive for select to ${application}
  using (coalesce((select kernel.account()) <> all (hidden_from), true));
create policy not_by_whom_it_names on advocacy.complaint as restrictive for update to ${application}
  using (coalesce((select kernel.account()) <> all (hidden_from), true));
call access.findable('complaint', 'advocacy.complaint', 'complaint_id');

create table advocacy.complaint_step (
  organization_id uuid not null,
  step_id uuid not null,
  complaint_id uuid not null,
  patient_id uuid,
  step text not null
    check (step in ('recorded', 'taken', 'sorted', 'noted', 'answered', 'named', 'closed', 'reopened')),
  detail text not null default '' check (length(detail) <= 100),
  words text not null default '' check (length(words) <= 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, step_id),
  foreign key (organization_id, complaint_id) references advocacy.complaint
);
create index on advocacy.complaint_step (organization_id, complaint_id, step_id);
comment on table advocacy.complaint_step is 'Each thing done about a complaint, by whom, when; nothing is ever taken away';
comment on column advocacy.complaint_step.detail is 'A code, or the account that is named besides';
call kernel.protect('advocacy.complaint_step', 'select, insert', 'patient_id');
create policy not_for_whom_it_names on advocacy.complaint_step as restrictive for select to ${application}
  using (exists (select 1 from advocacy.complaint c
                  where c.organization_id = complaint_step.organization_id
                    and c.complaint_id = complaint_step.complaint_id));

create table advocacy.receipt (
  organization_id uuid not null references access.organization,
  complaint_id uuid not null,
  number text not null,
  logged boolean not null,
  reached boolean not null,
  recorded_by uuid not null references access.account,
  recorded_at timestamptz not null,
  primary key (organization_id, complaint_id)
);
create index on advocacy.receipt (organization_id, recorded_by, recorded_at);
comment on table advocacy.receipt is 'That a complaint was recorded, for whoever recorded it: no word of it, so it stays when the complaint is hidden from her';
comment on column advocacy.receipt.reached is 'Whether somebody worked at the clinic then who could see to it';
call kernel.protect('advocacy.receipt', 'select, insert');
create policy of_who_recorded on advocacy.receipt as restrictive for select to ${application}
  using (coalesce(recorded_by = (select kernel.account()), true));
