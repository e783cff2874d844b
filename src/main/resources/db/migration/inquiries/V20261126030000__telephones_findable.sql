-- Who asks for another clinic's telephone system by its id is noted there.
call access.findable('telephone', 'inquiries.telephone_line', 'system_id');
