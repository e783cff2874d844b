-- A visit that was booked for the wrong person becomes the right one's, who has not died and keeps no visit that her age or the
-- clinic's rule does not let her keep.
drop trigger nobody_deceased_again on scheduling.visit;
create trigger nobody_deceased_again before update on scheduling.visit for each row
  when (new.status = 'booked' and (old.status in ('missed', 'cancelled') or old.patient_id <> new.patient_id
    or (old.starts_at, old.ends_at, old.site_id) <> (new.starts_at, new.ends_at, new.site_id)
    or old.practitioner_id is distinct from new.practitioner_id or old.visit_type_id is distinct from new.visit_type_id))
  execute function patients.refuse_deceased();
create trigger confidential_by_the_clinics_rule_given before update on scheduling.visit for each row
  when (new.confidential and old.patient_id <> new.patient_id) execute function patients.refuse_confidential('local_start');
alter table scheduling.visit_change drop constraint visit_change_act_check;
alter table scheduling.visit_change add constraint visit_change_act_check check (act in
  ('booked', 'moved', 'arrived', 'done', 'missed', 'cancelled', 'taken back', 'kept confidential', 'made open', 'righted'));
