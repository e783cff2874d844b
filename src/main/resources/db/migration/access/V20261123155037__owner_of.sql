-- A read by id that finds nothing is noted in the log of the clinic whose row it is, if it is anybody's.
create table access.findable (
  subject text primary key,
  relation regclass not null,
  id_column name not null
);
comment on table access.findable is 'Kinds of things that people ask for by id, and the table each is in';
grant select on access.findable to ${application}, ${backup};

create procedure access.findable(subject text, relation regclass, id_column name default 'id') language sql as $$
  insert into access.findable values (subject, relation, id_column)
  on conflict on constraint findable_pkey do update set relation = excluded.relation, id_column = excluded.id_column $$;
comment on procedure access.findable(text, regclass, name) is
  'For migrations: things of this kind are rows of that table, whose key is (organization_id, id column)';
revoke execute on procedure access.findable(text, regclass, name) from public;

create function access.owner_of(wanted text, wanted_id uuid) returns uuid
  language plpgsql stable security definer set search_path = '' as $$
declare place access.findable; owner uuid;
begin
  select f.* into place from access.findable f where f.subject = wanted;
  if not found then return null; end if;
  execute format('select o.organization_id from access.organization o cross join lateral '
    '(select 1 from %s t where t.organization_id = o.organization_id and t.%I = $1 limit 1) hit limit 1',
    place.relation, place.id_column) into owner using wanted_id;
  return owner;
end $$;
comment on function access.owner_of(text, uuid) is
  'Before scope: whose row this is, for the audit alone; one probe of the key for each organization';
revoke execute on function access.owner_of(text, uuid) from public;
grant execute on function access.owner_of(text, uuid) to ${application};
call access.findable('account', 'access.membership', 'account_id');

create function access.organizations_to_seal() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.organization_id from access.organization o
    left join lateral (select s.line_transaction, s.line_id from audit.seal s
                        where s.organization_id = o.organization_id order by s.position desc limit 1) last on true
   where exists (select 1 from audit.line l where l.organization_id = o.organization_id
     and (l.transaction_id, l.id) > (coalesce(last.line_transaction, '0'), coalesce(last.line_id, '00000000-0000-0000-0000-000000000000'))
     and l.transaction_id < pg_snapshot_xmin(pg_current_snapshot())) $$;
comment on function access.organizations_to_seal() is
  'Before scope: the organizations with lines that have no seal yet; two probes of an index for each';
revoke execute on function access.organizations_to_seal() from public;
grant execute on function access.organizations_to_seal() to ${application};
