-- Missed calls stay until somebody deals with them, however many they are: they share neither list nor index with callers who wait.
create index call_waiting on inquiries.call (organization_id, started_at) where state in ('ringing', 'unclaimed');
create index call_missed on inquiries.call (organization_id, started_at, call_id) where state = 'missed';
drop index inquiries.call_organization_id_started_at_idx;
