-- A row for each time that she said it: what was replaced within the hour may be said again and then stand for a year.
alter table access.staff_profile_said
  drop constraint staff_profile_said_account_id_given_name_family_name_birth__key,
  add column replaced_at timestamptz;
-- Which of the earlier ones was said twice is not known: each may have stood until she last said something.
-- A slip that she mended last is still one; one before may count, and asks for a reason once too often.
update access.staff_profile_said s
   set replaced_at = greatest(p.changed_at, s.said_at)
  from access.staff_profile p
 where p.account_id = s.account_id
   and (s.given_name, s.family_name, s.birth_date, s.phone, s.address_hash)
         is distinct from (p.given_name, p.family_name, p.birth_date, p.phone, p.address_hash);
alter table access.staff_profile_said add check (replaced_at >= said_at);
comment on table access.staff_profile_said is
  'Everything a staff member ever said of herself, one row for each time that it stood; nothing is taken out. The gate and the privacy officer compare with all that stood for an hour';
comment on column access.staff_profile_said.said_at is 'From when it stood';
comment on column access.staff_profile_said.replaced_at is 'Until when it stood; empty while it stands';
grant update (replaced_at) on access.staff_profile_said to ${application};
