-- Home shows who may open restricted records what others promised about them, the next due first.
create index on workqueue.promise (organization_id, due_at) where state = 'open';
