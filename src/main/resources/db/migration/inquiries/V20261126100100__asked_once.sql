alter table inquiries.call_back
  add column asked_at timestamptz,
  add column asked_by text check (length(asked_by) <= 120),
  add check ((asked_at is null) = (asked_by is null));
comment on column inquiries.call_back.asked_at is 'The one moment for which a call was asked last; outside the usual hours she may be called then, that once';
comment on column inquiries.call_back.asked_by is 'Who asked for it; empty when it lies in the usual hours and nobody was named';
