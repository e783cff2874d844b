-- A confidential visit that moved to a day before the clinic's age kept its mark. A clinic that took its word back stops no move.
create trigger confidential_by_the_clinics_rule_moved before update on scheduling.visit for each row
  when (new.confidential and old.confidential and new.local_start::date < old.local_start::date
    and new.local_start::date < patients.confidential_from(new.organization_id, new.patient_id))
  execute function patients.refuse_confidential('local_start');
