-- The register shows the deadline and the unit that the list named, apart from those of the plan. Lines from before get theirs
-- from what their dossier says.
alter table problem add column listed_due text, add column listed_holder text;
update problem as line
set listed_due = coalesce(d.state #>> '{basics,deadline,date}', nullif(d.state #>> '{basics,deadline,raw}', '')),
    listed_holder = d.state #>> '{basics,proposed,holder}'
from dossier d
where d.region = line.region and d.id = line.id;
