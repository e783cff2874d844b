-- A text in doubt is asked of the gateway, ever more seldom; and what answers somebody's text may be to nobody on file.
alter table messaging.outgoing
  add column asked int not null default 0 check (asked >= 0),
  add column ask_at timestamptz,
  alter column patient_id drop not null,
  add check (patient_id is not null or purpose = 'reply');
alter table messaging.outgoing_step alter column patient_id drop not null;
create index outgoing_in_doubt on messaging.outgoing (organization_id, since) where state = 'in_doubt';
comment on column messaging.outgoing.asked is 'How often the gateway was asked whether it has it';
comment on column messaging.outgoing.ask_at is 'When it is asked next; null: not yet, or no more';
comment on column messaging.outgoing.patient_id is 'Whom it is about; null when it answers a number that is not one patient''s alone';
