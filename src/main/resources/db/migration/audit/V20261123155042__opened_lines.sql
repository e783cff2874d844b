-- The privacy officer's page begins with opened records of the last days: those lines alone, newest first.
create index on audit.line (organization_id, id) where act = 'opened';
