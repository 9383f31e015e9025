-- Imports and lists that were refused get a log; their rows are compared with it.
alter table dossier drop constraint dossier_kind_check;
alter table dossier add constraint dossier_kind_check
  check (kind in ('problem', 'edition', 'person', 'calendar', 'policy', 'case', 'duty', 'appearance', 'file', 'feedback', 'import',
    'refusal', 'register'));
insert into unlogged select region, 'import', id from import;
insert into unlogged select region, 'import_refusal', id from import_refusal;
