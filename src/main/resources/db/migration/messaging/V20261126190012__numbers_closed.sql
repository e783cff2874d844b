-- Who answers STOP closes the number for everyone behind it.
create table messaging.number_stop (
  organization_id uuid not null references access.organization,
  stop_id uuid not null,
  digits text not null collate "C" check (digits ~ '^[0-9]{1,60}$'),
  closed boolean not null,
  source text not null check (source in ('reply', 'import', 'person')),
  by_account uuid references access.account,
  at timestamptz not null,
  primary key (organization_id, stop_id)
);
create index on messaging.number_stop (organization_id, digits, stop_id);
comment on table messaging.number_stop is
  'Whether texts go to a number, whoever has it; the newest line of a number counts, append-only';
comment on column messaging.number_stop.digits is 'Country code and number, as two numbers are compared';
comment on column messaging.number_stop.source is
  'reply: a text from it; import: as the previous sender had it; person: somebody of the clinic';
call kernel.protect('messaging.number_stop', 'select, insert');

-- Which number is whose now: what comes to it is that clinic's.
create table messaging.text_line (
  organization_id uuid primary key references access.organization,
  number text not null collate "C" check (number ~ '^\+[0-9]{7,15}$'),
  constraint text_line_number_key unique (number)
);
comment on table messaging.text_line is 'The number from which a clinic sends now, and to which is written; its history is messaging.text_number';
comment on constraint text_line_number_key on messaging.text_line is
  'Leads with no organization on purpose: what is written to a number is one clinic''s only, whoever asks';
call kernel.protect('messaging.text_line', 'select, insert, update, delete');

insert into messaging.text_line (organization_id, number)
select distinct on (number) organization_id, number from (
  select distinct on (organization_id) organization_id, number, set_at from messaging.text_number
   order by organization_id, number_id desc) newest
 where number <> '' order by number, set_at;

create function access.organization_by_text_number(written_to text) returns uuid
  language sql stable security definer set search_path = '' as $$
  select l.organization_id from messaging.text_line l where l.number = written_to $$;
comment on function access.organization_by_text_number(text) is
  'Before scope: the id of the organization that sends texts from this E.164 number, and to which is written at it';
revoke execute on function access.organization_by_text_number(text) from public;
grant execute on function access.organization_by_text_number(text) to ${application};
