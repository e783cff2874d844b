-- A number that a patient gave to be reached on it for her care is a ground of its own: for that and for nothing else.
alter table messaging.consent drop constraint consent_basis_check;
alter table messaging.consent add constraint consent_basis_check check (basis in
  ('written', 'spoken', 'number_given', 'portal', 'reply', 'registration', 'import'));
alter table messaging.consent add constraint consent_number_given_for_care check (basis <> 'number_given'
  or (purpose = 'care' and answer = 'given' and channel in ('call', 'text', 'voicemail') and address <> ''));
