-- A text that a person settled can be opened again; what was done lately is a list.
alter table inquiries.text_step drop constraint text_step_step_check;
alter table inquiries.text_step add constraint text_step_step_check
  check (step in ('came', 'replied', 'taken', 'returned', 'answered', 'message', 'call_back', 'done', 'undone', 'reopened'));
create index text_in_done on inquiries.text_in (organization_id, done_at) where done_by is not null;

-- What a text asked of a visit without changing it stands beside what it did.
alter table inquiries.text_act drop constraint text_act_act_check;
alter table inquiries.text_act add constraint text_act_act_check
  check (act in ('confirmed', 'cancelled', 'undone', 'asked_to_move', 'too_late', 'given_away'));
comment on column inquiries.text_act.act is
  'confirmed, cancelled, undone; nothing was done yet: asked_to_move, too_late to cancel by text, given_away before it was undone';
