-- In a database restored on another server lines of old transactions lie among the new ones; they have their seals.
create or replace function access.organizations_to_seal() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.organization_id from access.organization o
    left join lateral (select s.line_transaction, s.line_id from audit.seal s
                        where s.organization_id = o.organization_id order by s.position desc limit 1) last on true
   where exists (select 1 from audit.line l where l.organization_id = o.organization_id
     and (l.transaction_id, l.id) > (coalesce(last.line_transaction, '0'), coalesce(last.line_id, '00000000-0000-0000-0000-000000000000'))
     and l.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
     and not exists (select 1 from audit.seal s where s.organization_id = l.organization_id and s.line_id = l.id)) $$;
