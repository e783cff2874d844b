-- Who asks for another clinic's patient by her id is noted in that clinic's log too.
call access.findable('patient', 'patients.patient', 'patient_id');
