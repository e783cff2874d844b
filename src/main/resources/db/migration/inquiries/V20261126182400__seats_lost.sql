-- Somebody sits down where another sat: she is told, until she has read it or sits somewhere again.
create table inquiries.seat_lost (
  account_id uuid primary key references access.account,
  extension text not null check (extension ~ '^[0-9A-Za-z._-]{1,40}$'),
  taken_by uuid not null references access.account,
  at timestamptz not null
);
comment on table inquiries.seat_lost is 'Who sat at an extension at which somebody else sits now, and has yet to read it';
comment on column inquiries.seat_lost.taken_by is 'Who sits there now';
grant select, insert, update, delete on inquiries.seat_lost to ${application};
grant select on inquiries.seat_lost to ${backup};
