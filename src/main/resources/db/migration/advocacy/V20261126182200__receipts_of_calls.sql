-- Whoever recorded complaints in a call writes it up: that she did, and nothing of them.
alter table advocacy.receipt add column call_id uuid;
alter table advocacy.receipt add foreign key (organization_id, call_id) references inquiries.call;
create index on advocacy.receipt (organization_id, call_id) where call_id is not null;
comment on column advocacy.receipt.call_id is 'The call in which it was recorded; null when there was none';
update advocacy.receipt r set call_id = c.call_id
  from advocacy.complaint c
 where c.organization_id = r.organization_id and c.complaint_id = r.complaint_id;
