-- An authenticator app set anew: the old one counts until the first code of the new one was right.
alter table access.authenticator_app add column next_sealed_secret bytea;
comment on column access.authenticator_app.next_sealed_secret is
  'The secret of the app that will take its place, sealed alike; null when none is being set up';
