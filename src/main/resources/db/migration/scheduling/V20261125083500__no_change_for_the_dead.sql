-- A move to another practitioner, place or kind at the same time passed the news of a death: it took no lock on the patient, and
-- took the visit out of "to move" after the reaction had noted it. Now every change of what is booked holds the patient's row.
drop trigger nobody_deceased_again on scheduling.visit;
create trigger nobody_deceased_again before update on scheduling.visit for each row
  when (new.status = 'booked' and (old.status in ('missed', 'cancelled')
    or (old.starts_at, old.ends_at, old.site_id) <> (new.starts_at, new.ends_at, new.site_id)
    or old.practitioner_id is distinct from new.practitioner_id or old.visit_type_id is distinct from new.visit_type_id))
  execute function patients.refuse_deceased();
