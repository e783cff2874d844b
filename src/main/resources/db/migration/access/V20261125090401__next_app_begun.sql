-- A new app that nobody finishes setting up is forgotten after ten minutes; what hung half set up goes now.
alter table access.authenticator_app add column next_begun_at timestamptz;
update access.authenticator_app set next_sealed_secret = null where next_sealed_secret is not null;
alter table access.authenticator_app
  add check ((next_sealed_secret is null) = (next_begun_at is null));
comment on column access.authenticator_app.next_begun_at is
  'When the app that will take its place was first shown; after ten minutes another secret is made';
