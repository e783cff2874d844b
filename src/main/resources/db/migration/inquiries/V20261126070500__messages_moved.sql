-- A message that was taken about the wrong person is moved to the right one.
alter table inquiries.mixup drop constraint mixup_what_check;
alter table inquiries.mixup add constraint mixup_what_check check (what in ('call', 'visit', 'message'));
alter table inquiries.message_step drop constraint message_step_step_check;
alter table inquiries.message_step add constraint message_step_step_check
  check (step in ('taken', 'read', 'answered', 'handed_back', 'passed', 'done', 'reopened', 'moved'));
