-- Who has acted on which dossier, and by which event last. A convenience of the desk: it follows from the log and is no part of
-- the record.
create table took_part (
  region  region_code not null,
  person  uuid        not null,
  dossier uuid        not null,
  version int         not null,  -- the event that says what it was
  at      timestamptz not null,
  primary key (region, person, dossier)
);
create index took_part_newest on took_part (region, person, at desc, dossier desc);
-- of an act that wrote several events, the answer to a step says what it was, else the first one
insert into took_part (region, person, dossier, version, at)
select distinct on (e.region, e.actor, e.dossier) e.region, e.actor::uuid, e.dossier, e.version, e.recorded_at
from dossier_event e join dossier d on d.region = e.region and d.id = e.dossier
where d.kind in ('problem', 'edition', 'case') and e.actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  and (e.type in ('StepTaken', 'StepReturned') or not exists (
    select from dossier_event p where p.region = e.region and p.dossier = e.dossier and p.version = e.version - 1 and p.command = e.command))
order by e.region, e.actor, e.dossier, e.version desc;
-- What a unit holds, without all that it held once.
create index problem_held on problem (region, holder) where closed_on is null;
create index case_held on case_file (region, holder) where closed_on is null and not withdrawn;
