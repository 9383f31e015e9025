-- Lists are narrowed by the channel a dossier came by and the step at hand in it: both stand among the facets of its line, under
-- a sign that no field has. Lines from before get theirs from what their dossier says.
update case_file as line
set facets = line.facets
  || array_remove(array['@from=' || (d.state ->> 'from'), '@step=' || line.step_zh], null)
from dossier d
where d.region = line.region and d.id = line.id and (d.state ->> 'from' is not null or line.step_zh is not null);

-- Lines that come to their desk by their day are few among many: the day looks for them alone, to tell of them.
create index task_by_start on task (region, starts_on) where starts_on is not null;
