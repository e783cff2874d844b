-- A visit of a minor that is confidential to her own channel: nobody who speaks for her hears of it.
alter table scheduling.visit add column confidential boolean not null default false;
alter table scheduling.visit add constraint visit_confidential_is_ours check (not confidential or origin = 'here');
comment on column scheduling.visit.confidential is
  'Told to the patient alone, on a channel of her own; from the age that her clinic has said (patients.minor_rule)';

create trigger confidential_by_the_clinics_rule before insert on scheduling.visit for each row
  when (new.confidential) execute function patients.refuse_confidential('local_start');
create trigger confidential_by_the_clinics_rule_later before update on scheduling.visit for each row
  when (new.confidential and not old.confidential) execute function patients.refuse_confidential('local_start');

alter table scheduling.visit_change drop constraint visit_change_act_check;
alter table scheduling.visit_change add constraint visit_change_act_check check (act in
  ('booked', 'moved', 'arrived', 'done', 'missed', 'cancelled', 'taken back', 'kept confidential', 'made open'));

create function scheduling.may_contact_about(organization uuid, visit uuid, reached text, moment timestamptz) returns boolean
  language sql stable as $$
  select coalesce((select case when v.confidential
                               then patients.may_contact_alone(v.organization_id, v.patient_id, reached, moment)
                               else patients.may_contact(v.organization_id, v.patient_id, reached, moment) end
                     from scheduling.visit v where v.organization_id = organization and v.id = visit), false) $$;
comment on function scheduling.may_contact_about(uuid, uuid, text, timestamptz) is
  'Whether this number or e-mail may hear of this visit at that moment; a confidential one only on a channel of the patient''s own';

create function scheduling.refuse_contact_about_visit() returns trigger language plpgsql as $$
declare
  row_json jsonb := to_jsonb(new);
  moment timestamptz := coalesce(case when tg_nargs > 1 then (row_json ->> tg_argv[1])::timestamptz end, now());
begin
  if new.visit_id is null then
    return new;
  end if;
  perform 1 from scheduling.visit v where v.organization_id = new.organization_id and v.id = new.visit_id for share;
  if not scheduling.may_contact_about(new.organization_id, new.visit_id, row_json ->> tg_argv[0], moment) then
    raise exception 'nobody may be contacted this way about this visit'
      using errcode = 'ML002', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
comment on function scheduling.refuse_contact_about_visit() is
  'Trigger: refuses a row with a visit_id that would tell of it where it may not be heard (ML002). Arguments: column of the address, column of the moment';
