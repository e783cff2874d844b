-- An answer by itself that was in doubt may reach the gateway after all, as a person's may.
alter table inquiries.text_step drop constraint text_step_step_check;
alter table inquiries.text_step add constraint text_step_step_check
  check (step in ('came', 'closed', 'replied', 'taken', 'returned', 'answered', 'message', 'call_back', 'done', 'undone',
                  'reopened', 'unheard', 'reply_unheard', 'arrived', 'reply_arrived'));
