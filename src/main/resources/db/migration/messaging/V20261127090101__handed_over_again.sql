-- An answer that is tried again was handed over when it was the last time: by that moment the gateway is asked for it.
alter table messaging.outgoing add column handed_at timestamptz;
comment on column messaging.outgoing.handed_at is 'When it was handed over again, the last time; null: only at begun_at';
