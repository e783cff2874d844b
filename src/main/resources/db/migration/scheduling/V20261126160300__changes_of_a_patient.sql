-- What was done with a patient's visits since a call began, however far away the visits are.
create index on scheduling.visit_change (organization_id, patient_id, at);
