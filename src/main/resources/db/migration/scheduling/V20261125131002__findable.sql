-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('visit', 'scheduling.visit');
call access.findable('hold', 'scheduling.hold');
call access.findable('session', 'scheduling.session');
call access.findable('closure', 'scheduling.closure');
