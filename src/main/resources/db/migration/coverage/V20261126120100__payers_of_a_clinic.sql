-- Which payers a clinic has: one at a time by this index, however many patients each has.
create index policy_payer on coverage.policy (organization_id, payer) where replaced_at is null;
