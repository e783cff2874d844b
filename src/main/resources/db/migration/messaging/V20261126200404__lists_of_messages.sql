-- What needs a person is few of many lines, and is looked for whenever something of a clinic changes.
create index entry_needs_person on messaging.entry (organization_id, useless_at)
  where settled_at is null and (state = 'refused' or (state = 'held' and reason = 'error') or (state = 'out' and reason = 'language'));
create index outgoing_went_wrong on messaging.outgoing (organization_id, state) where state in ('failed', 'in_doubt', 'refused');
create index entry_out_lately on messaging.entry (organization_id, since desc, entry_id) where state = 'out';
