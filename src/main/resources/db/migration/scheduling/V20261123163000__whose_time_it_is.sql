-- Holds and visits belong to patients, sites and practitioners that exist, and to nobody who has died.
alter table scheduling.hold
  add foreign key (organization_id, patient_id) references patients.patient,
  add foreign key (organization_id, practitioner_id) references directory.practitioner,
  add foreign key (organization_id, site_id) references directory.site,
  add foreign key (organization_id, visit_type_id) references directory.visit_type;
alter table scheduling.visit
  add foreign key (organization_id, patient_id) references patients.patient,
  add foreign key (organization_id, practitioner_id) references directory.practitioner,
  add foreign key (organization_id, site_id) references directory.site,
  add foreign key (organization_id, visit_type_id) references directory.visit_type;
alter table scheduling.session
  add foreign key (organization_id, practitioner_id) references directory.practitioner,
  add foreign key (organization_id, site_id) references directory.site;
alter table scheduling.session_visit_type
  add foreign key (organization_id, visit_type_id) references directory.visit_type;
alter table scheduling.closure
  add foreign key (organization_id, practitioner_id) references directory.practitioner,
  add foreign key (organization_id, site_id) references directory.site;
alter table scheduling.may_overlap
  add foreign key (organization_id, visit_type_id) references directory.visit_type,
  add foreign key (organization_id, other_visit_type_id) references directory.visit_type;

create trigger nobody_deceased before insert on scheduling.visit for each row
  when (new.status = 'booked') execute function patients.refuse_deceased();
create trigger nobody_deceased_again before update on scheduling.visit for each row
  when (new.status = 'booked' and (old.status in ('missed', 'cancelled') or old.starts_at <> new.starts_at))
  execute function patients.refuse_deceased();
