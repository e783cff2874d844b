-- A patient whom two matters are to be told is dialled for one of them at a time.
update inquiries.attempt a set result = 'not_said', said_at = now()
 where a.result is null
   and exists (select 1 from inquiries.attempt later
                where later.organization_id = a.organization_id and later.patient_id = a.patient_id
                  and later.result is null and (later.begun_at, later.attempt_id) > (a.begun_at, a.attempt_id));
drop index inquiries.attempt_one_at_a_time;
create unique index attempt_one_at_a_time on inquiries.attempt (organization_id, patient_id) where result is null;
comment on index inquiries.attempt_one_at_a_time is
  'Two people do not dial the same patient at once, whatever each calls her about';
