-- What happened while the line, the power or the program was down is entered afterwards.
alter table inquiries.call add column entered_at timestamptz, add check (entered_at is null or entered_at >= started_at);
comment on column inquiries.call.entered_at is 'When it was entered after it had happened; null when it was known while it went on';
