-- A digit picks a visit as it was told, and no other.
alter table inquiries.text_question add column versions int[] not null default '{}';
update inquiries.text_question set versions = array_fill(0, array[cardinality(visits)]);
alter table inquiries.text_question
  add constraint text_question_versions check (cardinality(versions) = cardinality(visits));
comment on column inquiries.text_question.versions is
  'At which version each visit was booked or moved last when the list was sent; 0, which is none, in lists of before';
