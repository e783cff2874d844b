-- A list that was answered is still the list that a digit picks from; one that did not arrive is none.
alter table inquiries.text_question add column stands text not null default 'asked' check (stands in ('asked', 'doubted', 'lost'));
comment on column inquiries.text_question.stands is
  'lost when it did not arrive, doubted while nobody knows whether it did; before this column both were marked as answered';
comment on column inquiries.text_in.reading is
  'What it was taken for: danger, stop, start, help, confirm, cancel, no, reschedule, undo, digit, words';
