create table inquiries.script_confirmation (
  organization_id uuid not null references access.organization,
  flag text not null check (flag ~ '^RF[0-9]{2,3}$'),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  confirmed_by uuid not null references access.account,
  name text not null check (btrim(name) <> ''),
  confirmed_at timestamptz not null,
  primary key (organization_id, flag, text_hash)
);
comment on table inquiries.script_confirmation is 'A clinician of the clinic has read these words to say and stands by them';
comment on column inquiries.script_confirmation.text_hash is 'SHA-256 of the text she read; another text asks for another confirmation';
comment on column inquiries.script_confirmation.name is 'Her name as it was then';
call kernel.protect('inquiries.script_confirmation', 'select, insert');
