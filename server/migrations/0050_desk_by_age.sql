-- Of what falls due on one day, or has no limit, what has waited longest comes first.
drop index task_by_seat;
drop index task_by_due;
drop index task_by_external;
create index task_by_seat on task (region, unit, post, (coalesce(due, 'infinity')), opened_on, dossier, id);
create index task_by_due on task (region, (coalesce(due, 'infinity')), opened_on, dossier, id);
create index task_by_external on task (region, (coalesce(due, 'infinity')), opened_on, dossier, id) where external;
