-- A workbook on its way into the register. The file stands in the vault as first received; what it means is never stored
-- but understood again from file and decisions, so that dry run, correction and import cannot differ.
create table import (
  region      region_code not null,
  id          uuid        not null,
  intent      text        not null,  -- retry key of the upload: the same one gives the same import
  file        uuid        not null,
  unit        text        not null,  -- the seat it was received from; other units do not see it
  unit_name   text        not null,
  person      text        not null,
  person_name text        not null,
  name        text        not null,
  state       text        not null check (state in ('open', 'importing', 'done', 'undoing', 'undone')),
  sheets      jsonb       not null,  -- name, rows, hidden, suggested
  sheet       text        not null,
  origin      text,                  -- chosen once for rows that do not say it
  ready       int         not null default 0,
  ask         int         not null default 0,
  skip        int         not null default 0,
  stage       text        not null default 'read',  -- how far the dry run is: read, mapped, checked
  items       int         not null default 0,
  done        int         not null default 0,
  applied_by  jsonb,                 -- who brought it in, with the seats held that day: the job acts in this person's name
  undo_reason text,
  received_at timestamptz not null,
  primary key (region, id),
  unique (region, person, intent)
);
create index import_newest on import (region, unit, received_at desc, id desc);
create index import_at_work on import (region, received_at) where state in ('importing', 'undoing');

-- Answers of people, each with its reason; the last on a question stands.
create table import_decision (
  region      region_code not null,
  import      uuid        not null,
  no          int         not null,
  sheet       text        not null,
  answers     text        not null,
  choose      text        not null,
  value       text,
  reason      text        not null,
  person      text        not null,
  person_name text        not null,
  at          timestamptz not null,
  primary key (region, import, no)
);
call append_only('import_decision');

-- What bringing in has to do, frozen when it starts, so that a stop in between changes nothing.
create table import_item (
  region  region_code not null,
  import  uuid        not null,
  no      int         not null,
  rows    int[]       not null,
  key     text        not null,
  content text        not null,
  act     jsonb       not null,
  result  text        check (result in ('registered', 'added', 'updated', 'already-known', 'skipped', 'failed')),
  reason  jsonb,                     -- zh, en, columns: why it did not come in
  problem uuid,
  version int,                       -- version of the problem after it
  primary key (region, import, no)
);
create index import_item_open on import_item (region, import, no) where result is null;

-- A row of an office's list and the problem it became: a repeat upload never doubles, also when two run at once.
create table import_row (
  region  region_code not null,
  name    text        not null,  -- SM3 of `key`, which may be longer than an index takes
  key     text        not null,
  problem uuid        not null,
  content text        not null,
  import  uuid        not null,
  primary key (region, name)
);
create index import_row_by_problem on import_row (region, problem);
create index import_row_by_import on import_row (region, import);
