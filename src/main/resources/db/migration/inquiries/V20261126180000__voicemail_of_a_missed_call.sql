-- A missed call and what was left in it are one line until somebody deals with either. Who takes the call takes both.
alter table inquiries.voicemail
  add column seconds int check (seconds between 0 and 86400),
  drop constraint voicemail_settled_check,
  add constraint voicemail_settled_check check (settled in ('message', 'call_back', 'done', 'taken'));
comment on column inquiries.voicemail.seconds is 'How long it is, as far as the sound says so itself';
comment on column inquiries.voicemail.settled is
  'What became of it; taken: somebody took the missed call in which it was left';
create index voicemail_of_call on inquiries.voicemail (organization_id, call_id) where settled is null;
