-- A person who works for fifty clinics and reads a day of one: by (organization_id, patient_id) each patient is
-- looked for in every clinic of hers, 240 patients in 12,000 places (100 to 800 ms); by the id alone it is 240 (6 ms).
create index on patients.patient (patient_id);
