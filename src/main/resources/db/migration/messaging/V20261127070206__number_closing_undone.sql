-- Whoever closed a number for somebody may take that back at once; nobody asked for texts then.
alter table messaging.number_stop drop constraint number_stop_source_check;
alter table messaging.number_stop add constraint number_stop_source_check
  check (source in ('reply', 'import', 'person', 'undone'));
alter table messaging.number_stop drop constraint number_stop_ground;
alter table messaging.number_stop add constraint number_stop_ground
  check (closed or source in ('reply', 'undone') or length(trim(words)) > 0);
comment on column messaging.number_stop.source is
  'reply: a text from it; import: as the previous sender had it; person: somebody of the clinic; undone: she took her closing back';
