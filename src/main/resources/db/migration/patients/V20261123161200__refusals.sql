-- What other modules' tables let the database refuse. A table with organization_id and patient_id writes
--   create trigger not_for_the_dead before insert on scheduling.visit for each row
--     when (new.status = 'booked') execute function patients.refuse_deceased();
--   create trigger only_safe_contact before insert on messaging.message for each row
--     execute function patients.refuse_unsafe_contact('to_address', 'send_at');
-- Both run with the rights of who asks: a patient who may not be seen is refused as well.
create function patients.refuse_deceased() returns trigger language plpgsql as $$
declare life text;
begin
  if new.patient_id is null then
    return new;
  end if;
  select p.deceased into life from patients.patient p
   where p.organization_id = new.organization_id and p.patient_id = new.patient_id for share;
  if life is distinct from 'no' then
    raise exception 'patient is deceased, reported deceased, or not to be seen from here'
      using errcode = 'ML001', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
comment on function patients.refuse_deceased() is
  'Trigger: no row for a patient who is deceased or reported so (ML001). Holds the patient''s row, so that a booking and the news of a death never pass each other';

create function patients.channel_key(address text) returns text language sql immutable parallel safe as $$
  select case when address like '%@%' then lower(btrim(address)) else right(regexp_replace(address, '\D', '', 'g'), 10) end $$;
comment on function patients.channel_key(text) is 'Last ten digits of a number, or an e-mail in lower case';

create function patients.may_contact(organization uuid, patient uuid, reached text, moment timestamptz) returns boolean
  language plpgsql stable as $$
declare safe patients.safe_contact; life text;
begin
  select p.deceased into life from patients.patient p where p.organization_id = organization and p.patient_id = patient;
  if life is distinct from 'no' then
    return false;
  end if;
  select s.* into safe from patients.safe_contact s where s.organization_id = organization and s.patient_id = patient;
  if not found then
    return true;
  end if;
  return exists (select 1 from patients.safe_channel c where c.organization_id = organization and c.patient_id = patient
                   and c.address = patients.channel_key(reached))
     and (safe.from_hour is null
          or ((moment at time zone safe.zone)::time >= safe.from_hour and (moment at time zone safe.zone)::time < safe.to_hour));
end $$;
comment on function patients.may_contact(uuid, uuid, text, timestamptz) is
  'Whether this number or e-mail may be used for this patient at that moment: alive, and safe contact allows it';

create function patients.refuse_unsafe_contact() returns trigger language plpgsql as $$
declare
  row_json jsonb := to_jsonb(new);
  moment timestamptz := case when tg_nargs > 1 then (row_json ->> tg_argv[1])::timestamptz else now() end;
begin
  if new.patient_id is null then
    return new;
  end if;
  perform 1 from patients.patient p
    where p.organization_id = new.organization_id and p.patient_id = new.patient_id for share;
  if not patients.may_contact(new.organization_id, new.patient_id, row_json ->> tg_argv[0], coalesce(moment, now())) then
    raise exception 'this patient may not be contacted this way'
      using errcode = 'ML002', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
comment on function patients.refuse_unsafe_contact() is
  'Trigger: refuses a row that would reach a patient by another number, address or hour than is safe (ML002). Arguments: column of the address, column of the moment';
