-- A number is rung at night only when the patient asked for it; who said so stays with the call.
create table inquiries.asked_hour (
  organization_id uuid not null references access.organization,
  call_id uuid not null,
  said_by text not null check (length(btrim(said_by)) between 1 and 120),
  by_id uuid not null references access.account,
  at timestamptz not null,
  primary key (organization_id, call_id),
  foreign key (organization_id, call_id) references inquiries.call
);
comment on table inquiries.asked_hour is 'Calls that were begun by hand outside the usual hours, and who asked for it; append-only';
comment on column inquiries.asked_hour.said_by is 'Who said that the patient asked for that hour: she herself, or whoever spoke for her';
call kernel.protect('inquiries.asked_hour', 'select, insert');
