-- Whom a complaint names reads no line of it, not even as a privacy officer. Lines never change, so this stands beside them.
create table audit.kept_from (
  organization_id uuid not null,
  subject text not null check (subject <> ''),
  subject_id uuid not null,
  account_id uuid not null,
  primary key (organization_id, subject, subject_id, account_id)
);
comment on table audit.kept_from is 'Whose eyes the lines about a thing are kept from, those before included; ids only';
comment on column audit.kept_from.subject is 'Kind of thing, as lines name it';
call kernel.protect('audit.kept_from', 'select, insert');

-- That she asked for it herself and found nothing she reads as for any other id: a line left out would say that it is there.
create policy not_for_whom_it_is_kept_from on audit.line as restrictive for select to ${application}
  using (subject_id is null
    or (select kernel.account()) is null
    or (act = 'not-found' and account_id = (select kernel.account()))
    or not exists (select 1 from audit.kept_from kept
                    where kept.organization_id = line.organization_id and kept.subject = line.subject
                      and kept.subject_id = line.subject_id and kept.account_id = (select kernel.account())));
