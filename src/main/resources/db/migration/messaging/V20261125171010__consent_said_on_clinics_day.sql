-- The lines that were there before had the UTC day, in the states often the next one: a yes of that evening stood
-- above what was taken back later that evening. Their day is now the one that the last state had: never a day too late.
do $$
declare
  since timestamptz;
begin
  select installed_on at time zone current_setting('timezone') into strict since
    from kernel_history.flyway_schema_history where version = '20261125160000';
  execute format(
    'alter table messaging.consent alter column said_on type date using'
    ' case when at < %L then (at at time zone ''Pacific/Honolulu'')::date else said_on end', since);
end $$;
comment on column messaging.consent.said_on is
  'The clinic''s day on which it was said or signed; the line of the latest day stands, of one day the latest line, but no yes that was written down later above a no';
comment on table messaging.consent is
  'What a patient allowed, refused or took back, per channel, address and purpose; append-only, the line of the latest day stands';
