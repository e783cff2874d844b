alter table scheduling.hold add despite text not null default '';
comment on column scheduling.hold.despite is 'Why it is booked though its kind of visit is not for this patient; empty where it is';
