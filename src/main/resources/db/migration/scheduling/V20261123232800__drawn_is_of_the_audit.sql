-- Whom an open day has shown is kept by the audit itself, in audit.drawn, as for every live view.
drop table scheduling.drawn;
