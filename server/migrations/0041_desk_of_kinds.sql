-- A copy says which kind of dossier it is of, as a to-do does, so that the page it opens can be named.
alter table copy add column kind text not null default 'problem';
update copy set kind = 'edition' from edition e where e.region = copy.region and e.id = copy.dossier;

-- A term that must have run before its step can end never runs out.
alter table clock add column floor boolean not null default false;
