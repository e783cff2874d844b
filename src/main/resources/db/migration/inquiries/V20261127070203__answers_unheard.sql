-- What became of an answer stands beside what was done: unheard and arrived of a person's, reply_unheard of one by itself.
alter table inquiries.text_step drop constraint text_step_step_check;
alter table inquiries.text_step add constraint text_step_step_check
  check (step in ('came', 'replied', 'taken', 'returned', 'answered', 'message', 'call_back', 'done', 'undone', 'reopened',
                  'unheard', 'reply_unheard', 'arrived'));
