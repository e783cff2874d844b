-- Who answers a text of a former number is heard by the clinic that had it last.
create index text_number_former on messaging.text_number (number, set_at);
create function access.organization_by_former_text_number(written_to text) returns uuid
  language sql stable security definer set search_path = '' as $$
  select n.organization_id from messaging.text_number n where n.number = written_to order by n.set_at desc limit 1 $$;
comment on function access.organization_by_former_text_number(text) is
  'Before scope: the id of the organization that sent texts from this E.164 number last';
revoke execute on function access.organization_by_former_text_number(text) from public;
grant execute on function access.organization_by_former_text_number(text) to ${application};
