-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('site', 'directory.site');
call access.findable('practitioner', 'directory.practitioner');
call access.findable('resource', 'directory.resource');
call access.findable('transfer', 'directory.transfer_target');
call access.findable('notice', 'directory.notice');
call access.findable('visit_type', 'directory.visit_type');
