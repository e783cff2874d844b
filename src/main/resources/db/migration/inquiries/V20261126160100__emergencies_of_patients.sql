-- What was done in an emergency is hidden with it. Its patient is known later than its first steps, which never change.
create policy with_its_emergency on inquiries.emergency_step as restrictive for select to ${application}
  using (exists (select 1 from inquiries.emergency e
                  where e.organization_id = emergency_step.organization_id
                    and e.emergency_id = emergency_step.emergency_id));

-- Those of a patient stand in her thread; those of a call are given to whom it was about; a lead sees all that are open.
create index on inquiries.emergency (organization_id, patient_id, opened_at) where patient_id is not null;
create index on inquiries.emergency (organization_id, call_id) where call_id is not null;
create index on inquiries.emergency (organization_id, opened_at) where closed_at is null;
comment on column inquiries.emergency.patient_id is 'About whom it is, once somebody was proven in its call; null before, and for nobody on file';
