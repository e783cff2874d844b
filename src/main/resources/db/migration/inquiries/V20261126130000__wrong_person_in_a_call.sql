-- The caller on the line was proven for the wrong person: that ends at once, and what was done in the call goes to the right one.
alter table inquiries.proven add column ended_at timestamptz;
comment on column inquiries.proven.ended_at is 'Since when she is known to be the wrong person; her record closed again then. Null while it holds';

alter table inquiries.mixup add column part_of uuid;
alter table inquiries.mixup add constraint mixup_part_of_fk foreign key (organization_id, part_of) references inquiries.mixup;
create index on inquiries.mixup (organization_id, part_of) where part_of is not null;
create index on inquiries.mixup (organization_id, thing_id);
comment on column inquiries.mixup.part_of is 'Moved in the same act as this one, out of whose call it came; counted and undone with it';
comment on table inquiries.mixup is
  'Something moved from the wrong person to the right one, in one act; of a call on the line first without the right one';
alter table inquiries.mixup drop constraint mixup_what_check;
alter table inquiries.mixup add constraint mixup_what_check check (what in ('call', 'visit', 'message', 'promise', 'call_back'));

alter table inquiries.call_back_step drop constraint call_back_step_step_check;
alter table inquiries.call_back_step add constraint call_back_step_step_check
  check (step in ('asked', 'zone', 'wish', 'later', 'passed', 'closed', 'moved'));
create index on inquiries.call_back (organization_id, source_id) where source_id is not null;
