-- A switch that rings for several clinics is ruled by who rules it at each of them.
create function access.telephone_clinics(telephone uuid) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select l.organization_id from inquiries.telephone_line l where l.system_id = telephone limit 2000 $$;
comment on function access.telephone_clinics(uuid) is
  'Whatever the scope: the organizations that a telephone system may ring for';
revoke execute on function access.telephone_clinics(uuid) from public;
grant execute on function access.telephone_clinics(uuid) to ${application};

alter table inquiries.telephone_system add column outgoing int not null default 1;
comment on column inquiries.telephone_system.outgoing is
  'Which of our words to the switch is the current one; the next with each new token';
