-- An import that nobody brings in is discarded: it stays in the list, with who did so and why, and nothing of it comes in.
alter table import drop constraint import_state_check;
alter table import add constraint import_state_check
  check (state in ('open', 'importing', 'done', 'undoing', 'undone', 'discarded'));
alter table import add column discarded jsonb; -- person, name, at, reason

-- A workbook that was not taken in: whose, which and why. The file itself is not kept.
create table import_refusal (
  region      region_code not null,
  id          uuid        not null,
  kind        text,                  -- kind of the pack; null: problems
  unit        text        not null,
  person      text        not null,
  person_name text        not null,
  name        text        not null,
  digest      text,                  -- SM3 of what was sent; null where it was too large to be read
  size        bigint,
  code        text        not null,
  reason      jsonb       not null,  -- zh, en: as it was said
  at          timestamptz not null,
  primary key (region, id)
);
call append_only('import_refusal');
create index import_refusal_newest on import_refusal (region, unit, at desc);
