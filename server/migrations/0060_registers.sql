-- What stood only in rows gets a log: every file that was received, every word about the system. And a register, a log of its own,
-- names every dossier that was opened, so that one taken away whole leaves its name.
alter table dossier drop constraint dossier_kind_check;
alter table dossier add constraint dossier_kind_check
  check (kind in ('problem', 'edition', 'person', 'calendar', 'policy', 'case', 'duty', 'appearance', 'file', 'feedback', 'register'));
create index dossier_register on dossier (region) where kind = 'register';

-- Dossiers on their way into the register: written by the statement that opens them, entered a moment later by a job, since all who
-- open something would wait for each other at the register's end.
create table to_register (
  region  region_code not null,
  dossier uuid        not null,
  found   boolean     not null default false,  -- was there before the register was
  primary key (region, dossier)
);
insert into to_register (region, dossier, found) select region, id, true from dossier;

-- Rows that were there before such rows had logs: noted once, as found.
create table unlogged (
  region  region_code not null,
  "table" text        not null,
  id      uuid        not null,
  primary key (region, "table", id)
);
insert into unlogged select region, 'file', id from file;
insert into unlogged select region, 'feedback', id from feedback;
