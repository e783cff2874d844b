create function scheduling.hears(organization uuid, visit uuid, reached text) returns text
  language sql stable as $$
  select coalesce((select case when v.confidential and not patients.is_own_channel(v.organization_id, v.patient_id, reached)
                               then 'never'
                               else patients.hears(v.organization_id, v.patient_id, reached) end
                     from scheduling.visit v where v.organization_id = organization and v.id = visit), 'never') $$;
comment on function scheduling.hears(uuid, uuid, text) is
  'Whether this number or e-mail may hear of this visit as it is now: always, never, or at_hours (scheduling.may_contact_about says at which)';
