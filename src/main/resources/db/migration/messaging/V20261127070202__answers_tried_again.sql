-- An answer that never left waits here until it is tried again, with what it says; nothing else keeps that.
create table messaging.outgoing_again (
  organization_id uuid not null,
  outgoing_id uuid not null,
  body text not null check (length(body) <= 2000),
  reach text not null check (reach in ('open', 'closed')),
  tried int not null check (tried > 0),
  due_at timestamptz not null,
  primary key (organization_id, outgoing_id),
  foreign key (organization_id, outgoing_id) references messaging.outgoing
);
create index on messaging.outgoing_again (organization_id, due_at);
comment on table messaging.outgoing_again is 'Answers by themselves that never left this machine, for a minute or two: gone with the next hand-over, whatever comes of it';
comment on column messaging.outgoing_again.body is 'What it says; a line is gone as soon as it is on its way again';
comment on column messaging.outgoing_again.reach is 'closed: it may go to a number that said STOP';
comment on column messaging.outgoing_again.tried is 'How often it was handed over';
call kernel.protect('messaging.outgoing_again', 'select, insert, delete');
