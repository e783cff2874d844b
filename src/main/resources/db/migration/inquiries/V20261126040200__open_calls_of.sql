-- What people are doing is one answer for the gate, for their colleagues and for the screen that must not lock.
drop function access.live_calls_of(uuid);
create index on inquiries.call (owner_id) where state in ('talking', 'held', 'writing');

create function access.open_calls_of(accounts uuid[])
  returns table (account_id uuid, organization_id uuid, call_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = '' as $$
  select c.owner_id, c.organization_id, c.call_id, c.state,
         case when c.state = 'writing'
              then coalesce(c.ended_at, c.handed_at, c.abandoned_at, c.voicemail_at, c.owned_at)
              when c.state = 'held' then coalesce(c.held_at, c.owned_at)
              else greatest(c.answered_at, c.resumed_at, c.started_at) end
    from inquiries.call c
   where c.owner_id = any (accounts) and c.state in ('talking', 'held', 'writing')
   order by c.owner_id, c.call_id limit 5000 $$;
comment on function access.open_calls_of(uuid[]) is
  'Whatever the scope: the calls that these people have yet to write up, by id, and since when they stand so';
revoke execute on function access.open_calls_of(uuid[]) from public;
grant execute on function access.open_calls_of(uuid[]) to ${application};
