-- The name and the two colours of an installation are a dossier of their own: who chose them, and when.
alter table dossier drop constraint dossier_kind_check;
alter table dossier add constraint dossier_kind_check
  check (kind in ('problem', 'edition', 'person', 'calendar', 'policy', 'case', 'duty', 'appearance'));
