-- Who is given a second call speaks with that caller; the first waits, whether or not the switch says so.
create or replace function access.live_calls_of(account uuid)
  returns table (organization_id uuid, call_id uuid, talking boolean)
  language sql stable security definer set search_path = '' as $$
  select c.organization_id, c.call_id,
         c.state = 'talking' and not exists (
           select 1 from inquiries.call later
            where later.owner_id = account and later.state = 'talking'
              and (greatest(later.answered_at, later.resumed_at, later.started_at), later.call_id)
                > (greatest(c.answered_at, c.resumed_at, c.started_at), c.call_id))
    from inquiries.call c
   where c.owner_id = account and c.state in ('talking', 'held') limit 20 $$;
comment on function access.live_calls_of(uuid) is
  'Whatever the scope: the calls on which callers of this person are on the line, and the one she speaks on';
