-- A visit of a minor may be confidential to her own channel, from the age that her clinic has said.
-- The column of 2026-11-23 said so of all her visits at once and was never set.
alter table patients.patient drop column confidential_minor;

create table patients.minor_rule (
  organization_id uuid not null references access.organization,
  rule_id uuid not null,
  from_age int check (from_age between 0 and 20),
  covers text not null default '' check (length(covers) <= 500),
  said_by text not null check (said_by <> '' and length(said_by) <= 200),
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (organization_id, rule_id),
  check ((from_age is null) = (covers = ''))
);
comment on table patients.minor_rule is
  'From which age a minor''s visit may be confidential, as a clinic has said; the newest stands, append-only. Without one no visit is confidential';
comment on column patients.minor_rule.from_age is 'In whole years; null: the clinic has taken its word back';
comment on column patients.minor_rule.covers is 'Which visits, in the clinic''s words';
comment on column patients.minor_rule.said_by is 'Who of the clinic said so, by name';
call kernel.protect('patients.minor_rule', 'select, insert');

create table patients.own_channel (
  organization_id uuid not null,
  patient_id uuid not null,
  kind text not null check (kind in ('phone', 'email')),
  address text not null collate "C" check (address <> ''),
  written text not null check (length(written) <= 254),
  since timestamptz not null,
  set_by uuid,
  primary key (organization_id, patient_id, kind, address),
  foreign key (organization_id, patient_id) references patients.patient on delete cascade
);
comment on table patients.own_channel is
  'Numbers and e-mails that this patient alone answers, as the patient said; a confidential visit is told on no other';
comment on column patients.own_channel.address is 'Last ten digits of a number, or the e-mail in lower case';
call kernel.protect('patients.own_channel', 'select, insert, delete', 'patient_id');

create function patients.confidential_from(organization uuid, patient uuid) returns date language sql stable as $$
  select (p.birth_date + make_interval(years => r.from_age))::date
    from patients.patient p
    cross join lateral (select m.from_age from patients.minor_rule m
                         where m.organization_id = p.organization_id order by m.rule_id desc limit 1) r
   where p.organization_id = organization and p.patient_id = patient $$;
comment on function patients.confidential_from(uuid, uuid) is
  'First clinic date on which a visit of hers may be confidential; null when her clinic has not said from which age, or her birth date is not known';

create function patients.refuse_confidential() returns trigger language plpgsql as $$
declare
  first_day date := patients.confidential_from(new.organization_id, new.patient_id);
  day date := (to_jsonb(new) ->> tg_argv[0])::date;
begin
  if first_day is null or day < first_day then
    raise exception 'the clinic has not said that a visit may be confidential at this age'
      using errcode = 'ML003', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
comment on function patients.refuse_confidential() is
  'Trigger: nothing is confidential before the age that the clinic has said (ML003). Argument: column of the day or moment on the clinic''s wall';

create function patients.is_own_channel(organization uuid, patient uuid, reached text) returns boolean
  language sql stable as $$
  select exists (select 1 from patients.own_channel c where c.organization_id = organization and c.patient_id = patient
                    and c.address = patients.channel_key(reached))
     and not exists (select 1 from patients.representative r where r.organization_id = organization and r.patient_id = patient
                        and r.phone_last_ten = patients.channel_key(reached))
     and not exists (select 1 from patients.phone p where p.organization_id = organization and p.patient_id <> patient
                        and p.last_ten = patients.channel_key(reached) and p.use <> 'former')
     and not exists (select 1 from patients.email e where e.organization_id = organization and e.patient_id <> patient
                        and e.folded = patients.channel_key(reached) and e.use <> 'former') $$;
comment on function patients.is_own_channel(uuid, uuid, text) is
  'Whether the patient alone answers there: named as own, no representative''s number, and nobody else''s on file';

create function patients.may_contact_alone(organization uuid, patient uuid, reached text, moment timestamptz) returns boolean
  language sql stable as $$
  select patients.may_contact(organization, patient, reached, moment) and patients.is_own_channel(organization, patient, reached) $$;
comment on function patients.may_contact_alone(uuid, uuid, text, timestamptz) is
  'As may_contact, about something confidential: on a channel of the patient''s own and no other';

create or replace function patients.refuse_unsafe_contact() returns trigger language plpgsql as $$
declare
  row_json jsonb := to_jsonb(new);
  reached text := row_json ->> tg_argv[0];
  moment timestamptz := coalesce(case when tg_nargs > 1 then (row_json ->> tg_argv[1])::timestamptz end, now());
  confidential boolean := coalesce(case when tg_nargs > 2 then (row_json ->> tg_argv[2])::boolean end, false);
begin
  if new.patient_id is null then
    return new;
  end if;
  perform 1 from patients.patient p
    where p.organization_id = new.organization_id and p.patient_id = new.patient_id for share;
  if not patients.may_contact(new.organization_id, new.patient_id, reached, moment)
     or (confidential and not patients.is_own_channel(new.organization_id, new.patient_id, reached)) then
    raise exception 'this patient may not be contacted this way'
      using errcode = 'ML002', table = tg_table_name, schema = tg_table_schema;
  end if;
  return new;
end $$;
comment on function patients.refuse_unsafe_contact() is
  'Trigger: refuses a row that would reach a patient by another number, address or hour than is safe, or about something confidential by a channel not her own (ML002). Arguments: column of the address, of the moment, and of whether it is confidential';
