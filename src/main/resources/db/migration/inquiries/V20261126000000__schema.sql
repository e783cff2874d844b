create schema inquiries;
comment on schema inquiries is 'Every contact with a caller: calls, what was proven, emergencies, how it was written up';
grant usage on schema inquiries to ${application}, ${backup};
