-- That she says it is over ends no call at a telephone system: it is kept apart from what the telephone tells.
alter table inquiries.call add column said_over_at timestamptz;
comment on column inquiries.call.said_over_at is
  'When its owner said that it is over; a later word of the telephone system that it goes on takes that back';
create index call_said_over on inquiries.call (owner_id, said_over_at) where said_over_at is not null;

create or replace function access.open_calls_of(accounts uuid[])
  returns table (account_id uuid, organization_id uuid, call_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = '' as $$
  select c.owner_id, c.organization_id, c.call_id, c.state,
         case when c.state = 'writing'
              then coalesce(c.ended_at, c.handed_at, c.abandoned_at, c.voicemail_at, c.said_over_at, c.owned_at)
              when c.state = 'held' then coalesce(c.held_at, c.owned_at)
              else greatest(c.answered_at, c.resumed_at, c.started_at) end
    from inquiries.call c
   where c.owner_id = any (accounts) and c.state in ('talking', 'held', 'writing')
   order by c.owner_id, c.call_id limit 5000 $$;

create function access.call_that_may_go_on(account uuid, after timestamptz)
  returns table (account_id uuid, organization_id uuid, call_id uuid, state text, since timestamptz)
  language sql stable security definer set search_path = '' as $$
  select c.owner_id, c.organization_id, c.call_id, c.state, c.said_over_at
    from inquiries.call c
   where c.owner_id = account and c.said_over_at > after - interval '1 hour' and c.state in ('writing', 'closed')
     and greatest(c.said_over_at, c.answered_at, c.held_at, c.resumed_at) > after
     and c.ended_at is null and c.abandoned_at is null and c.voicemail_at is null
     and (c.handed_at is null or c.handed_at <= c.answered_at)
     and not exists (select from inquiries.call n
                      where n.owner_id = account and n.state in ('talking', 'held', 'writing')
                        and n.owned_at > c.said_over_at)
   order by c.said_over_at desc limit 1 $$;
comment on function access.call_that_may_go_on(uuid, timestamptz) is
  'Whatever the scope: her latest call of which she said since then that it is over, and its telephone has not; none when she took another after it';
revoke execute on function access.call_that_may_go_on(uuid, timestamptz) from public;
grant execute on function access.call_that_may_go_on(uuid, timestamptz) to ${application};
