-- A paper that was signed last week does not stand above what was taken back yesterday.
-- With "using", not with an update, which row-level security would keep from every row.
alter table messaging.consent add column said_on date;
alter table messaging.consent alter column said_on type date using (at at time zone 'UTC')::date;
alter table messaging.consent alter column said_on set not null;
comment on column messaging.consent.said_on is 'The clinic''s day on which it was said or signed; the line of the latest day stands, of one day the latest line';
