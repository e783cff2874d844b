-- Every patient whose form was begun in a call belongs to it, so that its write-up says so; whether somebody has yet to
-- compare is asked apart.
comment on table inquiries.newcomer is 'Patients whose form was begun in a call, or who were registered while a caller was on the line';
comment on column inquiries.newcomer.call_id is 'The call in which her form was begun, else the one on the line; it may be another clinic''s';
comment on column inquiries.newcomer.asked_at is
  'When whoever wrote the call up was asked to compare, where somebody looks alike; at once where who looks alike was shown';
create index on inquiries.newcomer (organization_id, call_id);
drop index inquiries.newcomer_to_ask;
