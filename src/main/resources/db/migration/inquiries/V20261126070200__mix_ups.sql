-- What was written to the wrong person and moved to the right one: whose, by whom, and what had been said before. No word of
-- what was moved stands here.
create table inquiries.mixup (
  organization_id uuid not null references access.organization,
  mixup_id uuid not null,
  what text not null check (what in ('call', 'visit')),
  thing_id uuid not null,
  thing_version int not null,
  slip text not null check (slip in ('mine', 'catch', 'others')),
  told text[] not null check (told <@ array['proven', 'facts', 'read_back', 'sent', 'copied']),
  by_id uuid not null references access.account,
  at timestamptz not null,
  undone_by uuid references access.account,
  undone_at timestamptz,
  found text check (length(btrim(found)) between 1 and 1000),
  found_by uuid references access.account,
  found_at timestamptz,
  primary key (organization_id, mixup_id),
  check ((undone_at is null) = (undone_by is null)),
  check ((found_at is null) = (found_by is null) and (found_at is null) = (found is null))
);
create index on inquiries.mixup (organization_id, at);
comment on table inquiries.mixup is 'Something moved from the wrong person to the right one, in one act';
comment on column inquiries.mixup.thing_version is 'Of the thing right after; another one means that more was done to it, and it is not simply moved back';
comment on column inquiries.mixup.slip is 'Mine, a good catch, or somebody else''s, as whoever moved it says; counted, never held against anybody';
comment on column inquiries.mixup.told is 'What had been said or sent before; empty for nothing, and then the privacy officer has nothing to close';
comment on column inquiries.mixup.found is 'What the privacy officer found';
call kernel.protect('inquiries.mixup', 'select, insert, update');
call access.findable('mixup', 'inquiries.mixup', 'mixup_id');

create table inquiries.mixup_side (
  organization_id uuid not null,
  mixup_id uuid not null,
  side text not null check (side in ('wrong', 'right')),
  patient_id uuid not null,
  primary key (organization_id, mixup_id, side),
  foreign key (organization_id, mixup_id) references inquiries.mixup
);
create index on inquiries.mixup_side (organization_id, patient_id, mixup_id);
comment on table inquiries.mixup_side is 'The line that each of the two persons keeps on her page; under her own location gate';
call kernel.protect('inquiries.mixup_side', 'select, insert', 'patient_id');

-- A call's write-up is moved with its promise; what was written stays as it is.
alter table inquiries.call_writeup add column version int not null default 1;
comment on column inquiries.call_writeup.version is 'Rises when it is moved to another person';
grant update (patient_id, version) on inquiries.call_writeup to ${application};
create policy scope_update on inquiries.call_writeup for update to ${application}
  using (organization_id = any ((select kernel.organizations())::uuid[])
    and not exists (select 1 from access.restriction hidden
                     where hidden.organization_id = call_writeup.organization_id and hidden.patient_id = call_writeup.patient_id
                       and hidden.country = (select kernel.country())))
  with check (organization_id = any ((select kernel.organizations())::uuid[]));
