-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('representative', 'patients.representative', 'representative_id');
