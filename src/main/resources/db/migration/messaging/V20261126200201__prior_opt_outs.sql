-- Before the clinic speaks for its files, it says who wanted no texts from whoever sent before.
create table messaging.prior_opt_outs (
  organization_id uuid not null references access.organization,
  said_id uuid not null,
  numbers int not null check (numbers >= 0),
  said_by text not null check (length(said_by) <= 200),
  said_on date not null,
  words text not null check (length(words) <= 2000),
  at timestamptz not null,
  by_account uuid references access.account,
  primary key (organization_id, said_id),
  check (case when numbers = 0 then said_by <> '' and words <> '' else said_by = '' and words = '' end)
);
comment on table messaging.prior_opt_outs is
  'Each list of numbers that a clinic took over from whoever sent for it before, and each time it said that there is none: one of them comes before its attestation; append-only';
comment on column messaging.prior_opt_outs.numbers is 'How many the list had; 0 where somebody said that there is none';
comment on column messaging.prior_opt_outs.said_by is 'Who of the clinic said that there is none, by name; empty for a list';
comment on column messaging.prior_opt_outs.said_on is 'The clinic''s day';
comment on column messaging.prior_opt_outs.words is 'What she was shown; empty for a list';
call kernel.protect('messaging.prior_opt_outs', 'select, insert');

insert into messaging.prior_opt_outs (organization_id, said_id, numbers, said_by, said_on, words, at)
select organization_id, gen_random_uuid(), count(*), '', (max(at) at time zone 'UTC')::date, '', max(at)
  from messaging.number_stop where source = 'import' group by organization_id;
