-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('coverage', 'coverage.policy', 'policy_id');
