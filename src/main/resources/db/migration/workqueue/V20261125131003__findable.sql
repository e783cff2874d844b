-- Somebody who asks for one of these by an id of another clinic is noted there too.
call access.findable('promise', 'workqueue.promise', 'promise_id');
