-- Why a coming visit waits for somebody to act: a closure was laid over it, or its patient has died.
alter table scheduling.to_move drop constraint to_move_pkey;
alter table scheduling.to_move alter column closure_id drop not null;
alter table scheduling.to_move add column cause text not null default 'closure';
alter table scheduling.to_move alter column cause drop default;
alter table scheduling.to_move add constraint to_move_cause check (cause in ('closure', 'patient died'));
alter table scheduling.to_move
  add constraint to_move_closure_has_its_cause check ((cause = 'closure') = (closure_id is not null));
alter table scheduling.to_move
  add column because_of uuid not null generated always as (coalesce(closure_id, patient_id)) stored;
alter table scheduling.to_move add primary key (organization_id, visit_id, because_of);
drop index scheduling.to_move_organization_id_visit_id_idx;
create index on scheduling.to_move (organization_id, because_of);

comment on table scheduling.to_move is 'Coming visits for which somebody must act, each until it is moved or cancelled, or its cause is taken back';
comment on column scheduling.to_move.cause is 'closure: move it to another time; patient died: nobody is called, it is cancelled at the clinic';
comment on column scheduling.to_move.closure_id is 'The closure; null when the patient died';
comment on column scheduling.to_move.because_of is 'What caused it: the closure, or the patient who died';
