-- A number at which somebody else answers, or nobody ever will: from that moment nothing goes out to it.
create table patients.number_word (
  organization_id uuid not null,
  word_id uuid not null,
  patient_id uuid not null,
  address text not null collate "C" check (address <> ''),
  word text not null check (word in ('wrong', 'not_in_service', 'works')),
  at timestamptz not null,
  by_account uuid,
  primary key (organization_id, word_id),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
create index on patients.number_word (organization_id, address, word_id);
create index on patients.number_word (organization_id, patient_id);
comment on table patients.number_word is
  'What was found out about a number: it is not hers, it is not in service, it works again; the newest stands, append-only';
comment on column patients.number_word.address is 'Last ten digits';
comment on column patients.number_word.word is 'wrong holds for this patient, not_in_service for whoever has this number at the clinic';
call kernel.protect('patients.number_word', 'select, insert', 'patient_id');

create function patients.number_stopped(organization uuid, patient uuid, reached text) returns boolean
  language sql stable as $$
  select exists (select 1 from patients.number_word w
    where w.organization_id = organization and w.address = patients.channel_key(reached) and w.word <> 'works'
      and (w.patient_id = patient or w.word = 'not_in_service')
      and not exists (select 1 from patients.number_word later
            where later.organization_id = w.organization_id and later.address = w.address and later.word_id > w.word_id
              and (later.patient_id = w.patient_id or (w.word = 'not_in_service' and later.word = 'works')))) $$;
comment on function patients.number_stopped(uuid, uuid, text) is
  'Whether a number does not reach this patient: somebody else answers, or it is not in service';

create or replace function patients.may_contact(organization uuid, patient uuid, reached text, moment timestamptz) returns boolean
  language plpgsql stable as $$
declare safe patients.safe_contact; life text;
begin
  select p.deceased into life from patients.patient p where p.organization_id = organization and p.patient_id = patient;
  if life is distinct from 'no' or patients.number_stopped(organization, patient, reached) then
    return false;
  end if;
  select s.* into safe from patients.safe_contact s where s.organization_id = organization and s.patient_id = patient;
  if not found then
    return true;
  end if;
  return exists (select 1 from patients.safe_channel c where c.organization_id = organization and c.patient_id = patient
                   and c.address = patients.channel_key(reached))
     and (safe.from_hour is null
          or ((moment at time zone safe.zone)::time >= safe.from_hour and (moment at time zone safe.zone)::time < safe.to_hour));
end $$;
comment on function patients.may_contact(uuid, uuid, text, timestamptz) is
  'Whether this number or e-mail may be used for this patient at that moment: alive, the number reaches her, and safe contact allows it';
