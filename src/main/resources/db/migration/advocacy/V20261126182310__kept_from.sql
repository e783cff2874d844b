-- Those whom complaints named before.
insert into audit.kept_from (organization_id, subject, subject_id, account_id)
select distinct organization_id, 'complaint', complaint_id, unnest(hidden_from) from advocacy.complaint;
