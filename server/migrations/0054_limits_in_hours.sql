-- A limit in hours ends with its minute: lists, desks and counts are asked by it, as the dossier is. Rows from before are made anew
-- with their dossiers when the program starts.
alter table task add column due_at text check (due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
alter table problem add column due_at text check (due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
alter table case_file add column due_at text check (due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
