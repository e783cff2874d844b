-- A line that is put off was to be told when it was: what is news is counted from then.
alter table messaging.entry add column wanted_at timestamptz;
update messaging.entry set wanted_at = due_at;
alter table messaging.entry
  alter column wanted_at set default now(),
  alter column wanted_at set not null;
comment on column messaging.entry.wanted_at is
  'When it was to be told: after the act, at the hour of the reminder, or when a person sent it again; putting it off does not move it';
comment on column messaging.entry.urgency is
  'usual: in sending hours; asked: in a live contact; soon: the visit is within a day. The last two go at any hour for a while after wanted_at';
