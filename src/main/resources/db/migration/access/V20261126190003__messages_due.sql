create function access.organizations_with_messages_due(moment timestamptz) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.organization_id from access.organization o
   where (select r.sends from messaging.clinic_rule r where r.organization_id = o.organization_id order by r.rule_id desc limit 1)
     and (exists (select 1 from messaging.entry e where e.organization_id = o.organization_id
                    and e.state in ('planned', 'held') and e.due_at <= moment)
          or exists (select 1 from messaging.entry e
                       join messaging.outgoing g on g.organization_id = e.organization_id and g.outgoing_id = e.outgoing_id
                      where e.organization_id = o.organization_id and e.state = 'out' and not e.followed
                        and g.state in ('refused', 'failed'))
          or exists (select 1 from messaging.outgoing g where g.organization_id = o.organization_id
                       and g.channel = 'email' and g.state = 'sending' and g.since < moment - interval '1 minute')) $$;
comment on function access.organizations_with_messages_due(timestamptz) is
  'Before scope: the organizations that have something to tell of visits at that moment';
revoke execute on function access.organizations_with_messages_due(timestamptz) from public;
grant execute on function access.organizations_with_messages_due(timestamptz) to ${application};
