-- Each caller has an emergency of her own: whoever lets one caller wait for help and is told of another does not send
-- help to the first address. Without a call there is one for each person and clinic, as before.
drop index inquiries.emergency_organization_id_opened_by_idx;
create unique index on inquiries.emergency (organization_id, opened_by, call_id) nulls not distinct
  where closed_at is null;
alter table inquiries.emergency add foreign key (organization_id, call_id) references inquiries.call;
comment on table inquiries.emergency is 'A red flag in a contact, and what was done until it was closed; one open for each person and call';
