create table directory.video_room (
  organization_id uuid not null,
  room_id uuid not null,
  practitioner_id uuid not null,
  address text not null check (address = '' or (address like 'https://%' and length(address) <= 500)),
  set_by uuid not null references access.account,
  set_at timestamptz not null,
  primary key (organization_id, room_id),
  foreign key (organization_id, practitioner_id) references directory.practitioner
);
create index on directory.video_room (organization_id, practitioner_id, room_id);
comment on table directory.video_room is
  'Where a practitioner''s video visits are joined unless a visit says otherwise; the newest stands, append-only';
comment on column directory.video_room.address is 'https only; empty: none any more';
call kernel.protect('directory.video_room', 'select, insert');
