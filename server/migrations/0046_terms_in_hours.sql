-- A term in hours ends at a minute of its last day, on the office's wall clock; null for every other term.
alter table clock add column due_at text check (due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$');
