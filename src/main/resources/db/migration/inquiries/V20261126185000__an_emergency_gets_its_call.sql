-- An emergency that was begun before its call was known is tied to it afterwards; that is a step like any other.
alter table inquiries.emergency_step drop constraint emergency_step_step_check;
alter table inquiries.emergency_step add constraint emergency_step_step_check
  check (step in ('opened', 'flag', 'call', 'place', 'dialler', 'target', 'taken', 'note', 'closed'));
comment on column inquiries.emergency.call_id is 'The call in which it was said, known at once or tied later by who opened it; null when there was none';
