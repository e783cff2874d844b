-- An emergency goes with the call in which it was opened when that turns out to be about another person.
alter table inquiries.mixup drop constraint mixup_what_check;
alter table inquiries.mixup add constraint mixup_what_check
  check (what in ('call', 'visit', 'message', 'promise', 'call_back', 'emergency'));
