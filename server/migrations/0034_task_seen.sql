-- To-dos that a person has looked at, so that new ones can be marked. A convenience of the desk and no part of the record:
-- a row goes with its to-do.
create table task_seen (
  region  region_code not null,
  dossier uuid        not null,
  task    text        not null,
  person  uuid        not null,
  primary key (region, dossier, task, person),
  foreign key (region, dossier, task) references task on delete cascade
);
