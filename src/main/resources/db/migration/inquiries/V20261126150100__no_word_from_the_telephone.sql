-- The end of a call may be lost on its way: of such a call the telephone says nothing more, and it would ring for ever.
alter table inquiries.call add column rang_at timestamptz, add column gone_at timestamptz;
comment on column inquiries.call.rang_at is 'When the telephone system last said that it rings, by our clock';
comment on column inquiries.call.gone_at is 'When it was found that nobody is on the line; any newer word of the telephone system takes that back';
