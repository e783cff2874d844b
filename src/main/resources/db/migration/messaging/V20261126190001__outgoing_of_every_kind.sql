-- Beside codes: what is said of visits and what answers her own text; beside texts: e-mails; and what the carrier tells afterwards.
alter table messaging.outgoing
  drop constraint outgoing_channel_check,
  drop constraint outgoing_purpose_check,
  drop constraint outgoing_basis_check,
  drop constraint outgoing_from_address_check,
  drop constraint outgoing_to_address_check,
  drop constraint outgoing_state_check,
  drop constraint outgoing_check,
  drop constraint outgoing_check1,
  drop constraint outgoing_carrier_id_check;
alter table messaging.outgoing
  add constraint outgoing_channel check (channel in ('text', 'email')),
  add constraint outgoing_purpose check (purpose in ('code', 'visit', 'reply')),
  add constraint outgoing_basis check (basis in ('asked', 'consent', 'attested', 'reply')),
  add constraint outgoing_between check (case channel
    when 'text' then from_address ~ '^\+[0-9]{7,15}$' and to_address ~ '^\+[0-9]{7,15}$'
    else from_address ~ '^[^[:space:]@]+@[^[:space:]@]+$' and to_address ~ '^[^[:space:]@]+@[^[:space:]@]+$'
      and length(from_address) <= 254 and length(to_address) <= 254 end),
  add constraint outgoing_state check (state in ('sending', 'handed_over', 'delivered', 'failed', 'refused', 'in_doubt')),
  add constraint outgoing_why check ((state in ('failed', 'refused', 'in_doubt')) = (reason <> '')),
  add constraint outgoing_carrier check (case
    when state in ('handed_over', 'delivered') then coalesce(carrier_id, '') <> ''
    when state in ('sending', 'refused') then coalesce(carrier_id, '') = ''
    else true end and length(carrier_id) <= 254);
comment on table messaging.outgoing is
  'The ledger of what was handed over, texts and e-mails: sending is committed before the gateway is called, and is never resent by itself';
comment on column messaging.outgoing.purpose is
  'code: read back in a call; visit: what is told of a visit; reply: answers a text of hers';
comment on column messaging.outgoing.basis is
  'asked: she asked for it in a live contact; consent: a line of the consent ledger; attested: the clinic says the number was given for care; reply: she wrote first';
comment on column messaging.outgoing.reason is
  'Code of why it is refused, failed or in doubt: the gateway''s own number, http-<status>, smtp-<status>, unreachable, silent, garbled, interrupted';
comment on column messaging.outgoing.carrier_id is 'As the gateway names it; of an e-mail its Message-ID';
