-- A workbook may bring in dossiers of any kind, and what is said once for all of its rows is whatever their kind needs.
alter table import add column kind text;                         -- kind of the pack; null: problems
alter table import add column chosen jsonb not null default '{}'; -- fact, or field of the sheet, to the value that rows have which do not say it
update import set chosen = jsonb_build_object('origin', origin) where origin is not null;
alter table import drop column origin;

-- what was started and not finished goes on as it was frozen
update import_item set act = (act - 'origin') || jsonb_build_object('facts',
  case when act ->> 'origin' is null then '{}'::jsonb else jsonb_build_object('origin', act -> 'origin') end)
where act ? 'origin';

-- a row becomes a dossier, which need not be a problem
alter table import_item rename column problem to dossier;
alter table import_row rename column problem to dossier;
alter index import_row_by_problem rename to import_row_by_dossier;
