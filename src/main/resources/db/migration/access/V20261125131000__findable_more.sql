-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('clinic', 'access.organization', 'organization_id');
call access.findable('factor_reset', 'access.factor_reset');
call access.findable('break_glass', 'access.break_glass');
