-- Why a person was needed is known again when an answer arrived after a doubt; and a text that closed its number says so.
alter table inquiries.text_in add column why_before text not null default '' check (why_before ~ '^[a-z_]{0,20}$');
comment on column inquiries.text_in.why_before is
  'Why a person was needed before what was answered was not heard; empty until a person does something with it';
alter table inquiries.text_step drop constraint text_step_step_check;
alter table inquiries.text_step add constraint text_step_step_check
  check (step in ('came', 'closed', 'replied', 'taken', 'returned', 'answered', 'message', 'call_back', 'done', 'undone',
                  'reopened', 'unheard', 'reply_unheard', 'arrived'));
