-- A list that was answered is still the list that a digit picks from; one that did not arrive is none.
alter table inquiries.text_question add column heard boolean not null default true;
comment on column inquiries.text_question.heard is
  'False when it did not arrive or nobody knows whether it did; before this column such lists were marked as answered';
comment on column inquiries.text_in.reading is
  'What it was taken for: danger, stop, start, help, confirm, cancel, no, reschedule, undo, digit, words';
