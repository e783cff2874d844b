alter table coverage.policy add constraint policy_of_a_patient
  foreign key (organization_id, patient_id) references patients.patient;
