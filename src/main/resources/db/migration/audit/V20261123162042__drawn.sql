create table audit.drawn (
  organization_id uuid not null,
  account_id uuid not null,
  view text not null check (view <> ''),
  patient_id uuid not null,
  line_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, account_id, view, patient_id)
);
comment on table audit.drawn is 'Whom a live view has shown to a person already, so that each drawing anew lists only who is new';
comment on column audit.drawn.view is 'Which view, ids and dates only, for example day/<site>/<date>';
call kernel.protect('audit.drawn', 'select, insert, update', 'patient_id');
