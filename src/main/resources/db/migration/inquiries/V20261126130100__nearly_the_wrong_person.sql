-- What nearly went to the wrong person: nothing was moved, nobody is named.
create table inquiries.near_miss (
  organization_id uuid not null references access.organization,
  near_miss_id uuid not null,
  slip text not null check (slip in ('mine', 'catch', 'others')),
  what text not null check (what in ('proven', 'told', 'booked', 'written', 'sent', 'called', 'other')),
  at timestamptz not null,
  primary key (organization_id, near_miss_id)
);
create index on inquiries.near_miss (organization_id, at);
comment on table inquiries.near_miss is 'What nearly went to the wrong person; counted by kind, of nobody by name. Who wrote it down stands in the audit alone';
comment on column inquiries.near_miss.slip is 'Mine, a good catch, or somebody else''s, as whoever wrote it down says';
comment on column inquiries.near_miss.what is 'What nearly happened, of a short list';
call kernel.protect('inquiries.near_miss', 'select, insert');
