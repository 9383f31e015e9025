-- What the plan's rules ask of a problem is the plan's own: its facts by their words, in place of two that one plan has.
alter table problem add column facts jsonb not null default '{}';
update problem p set facts = coalesce(d.state -> 'facts', '{}') from dossier d where d.region = p.region and d.id = p.id;
alter table problem drop column origin, drop column grade;
