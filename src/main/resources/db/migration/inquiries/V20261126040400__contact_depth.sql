-- Whom we rang at a number on file may have what she is reached by changed.
alter table inquiries.proven drop constraint proven_depth_check,
  add check (depth in ('booking', 'hearing', 'record', 'contact'));
alter table inquiries.gate_try drop constraint gate_try_outcome_check,
  add check (outcome in ('booking', 'hearing', 'record', 'contact', 'no_match', 'several', 'not_needed')),
  drop constraint gate_try_check,
  add check ((outcome in ('booking', 'hearing', 'record', 'contact')) <= (patient_id is not null));
