-- Whether a number may be used at all is asked of many at once; only of some the hour matters.
create function patients.hears(organization uuid, patient uuid, reached text) returns text
  language plpgsql stable as $$
declare safe patients.safe_contact; life text;
begin
  select p.deceased into life from patients.patient p where p.organization_id = organization and p.patient_id = patient;
  if life is distinct from 'no' or patients.number_stopped(organization, patient, reached) then
    return 'never';
  end if;
  select s.* into safe from patients.safe_contact s where s.organization_id = organization and s.patient_id = patient;
  if not found then
    return 'always';
  end if;
  if not exists (select 1 from patients.safe_channel c where c.organization_id = organization and c.patient_id = patient
                   and c.address = patients.channel_key(reached)) then
    return 'never';
  end if;
  return case when safe.from_hour is null then 'always' else 'at_hours' end;
end $$;
comment on function patients.hears(uuid, uuid, text) is
  'Whether this number or e-mail may be used for this patient as it is now: always, never, or at_hours (patients.may_contact says at which)';

create or replace function patients.may_contact(organization uuid, patient uuid, reached text, moment timestamptz) returns boolean
  language sql stable as $$
  select case patients.hears(organization, patient, reached)
           when 'always' then true
           when 'at_hours' then exists (select 1 from patients.safe_contact s
             where s.organization_id = organization and s.patient_id = patient
               and (moment at time zone s.zone)::time >= s.from_hour and (moment at time zone s.zone)::time < s.to_hour)
           else false end $$;
