-- Every minute is asked who says that she is here, to see who has no session any more.
create index on inquiries.availability (state, account_id);
