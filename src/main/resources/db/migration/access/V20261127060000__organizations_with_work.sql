create function access.organizations_with_work(work text, moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select distinct o.organization_id from messaging.outgoing o
   where work = 'on_the_way' and o.state = 'sending' and o.since < moment
  union all
  select distinct o.organization_id from messaging.outgoing o
   where work = 'texts_in_doubt' and o.state = 'in_doubt' and o.channel = 'text' and coalesce(o.ask_at, o.since) <= moment
  union all
  select distinct t.organization_id from inquiries.text_in t
   where work = 'texts_unruled' and t.ruled_at is null and t.came_at < moment
  union
  (select distinct c.organization_id from inquiries.call c
    where work = 'calls_open' and c.state in ('talking', 'held', 'writing')
   union all
   select distinct c.organization_id from inquiries.call c
    where work = 'calls_open' and c.state in ('ringing', 'unclaimed')) $$;
comment on function access.organizations_with_work(text, timestamptz) is
  'Before scope: the organizations where a kind of work waits: on_the_way, texts_in_doubt, texts_unruled, calls_open';
revoke execute on function access.organizations_with_work(text, timestamptz) from public;
grant execute on function access.organizations_with_work(text, timestamptz) to ${application};
