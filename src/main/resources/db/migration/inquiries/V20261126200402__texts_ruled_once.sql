-- What is kept is ruled, once, whatever ends in between. What came before counts as ruled.
alter table inquiries.text_in add column ruled_at timestamptz default now();
alter table inquiries.text_in alter column ruled_at drop default;
create index text_in_unruled on inquiries.text_in (organization_id, came_at) where ruled_at is null;
create index text_in_reply on inquiries.text_in (organization_id, reply_id) where reply_id is not null;
comment on column inquiries.text_in.ruled_at is 'When rules had read it; empty while they have to';
