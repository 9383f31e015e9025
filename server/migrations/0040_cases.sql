-- Dossiers of the plan's own kinds: one narrow list for all of them, beside the wide one of problems.
alter table dossier drop constraint dossier_kind_check;
alter table dossier add constraint dossier_kind_check check (kind in ('problem', 'edition', 'person', 'calendar', 'policy', 'case'));

-- Which program folded the state: where a newer one keeps more in it, older states are folded anew from the log.
alter table dossier add column shape int not null default 0;
create index dossier_by_shape on dossier (region, shape, id);

create table case_file (
  region      region_code not null,
  id          uuid        not null,
  kind        text        not null,  -- kind of the plan
  policy      text        not null,  -- the edition it entered under: labels and stages are read as they stand there
  number      text        not null,
  number_key  text        not null,  -- the number with its figures filled up, so that 999 comes before 1000
  title       text        not null,
  search      text        not null,  -- number, title and what is written in the sheet, without what is personal
  stage       text        not null,
  holder      text,
  holder_name text,
  step_zh     text,
  step_en     text,
  step_clause text,
  due         date,                  -- nearest open clock; null where no limit runs
  due_title   text,
  paused      boolean     not null default false,
  provisional boolean     not null default false,
  facts       jsonb       not null default '{}',
  cells       jsonb       not null default '{}',  -- fields of the sheet that lists show
  facets      text[]      not null default '{}',  -- `field=clay`: what lists filter by
  units       text[]      not null default '{}',  -- every unit that plays a part: "mine"
  readers     text[],                -- seats that read it; null: every office
  duty        text,                  -- it is a return: of this duty, period and unit
  period      text,
  owed_by     text,
  nil         boolean     not null default false,
  opened_on   date        not null,
  closed_on   date,
  withdrawn   boolean     not null default false,
  import      uuid,
  primary key (region, id),
  unique (region, kind, number)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index case_by_number on case_file (region, kind, number_key desc, id desc);
create index case_by_stage on case_file (region, kind, stage, number_key desc, id desc);
create index case_by_holder on case_file (region, kind, holder, number_key desc, id desc);
create index case_by_due on case_file (region, kind, (coalesce(due, 'infinity')), id);
create index case_by_opening on case_file (region, opened_on desc, id desc);
create index case_by_duty on case_file (region, duty, period, owed_by) where duty is not null;
create index case_by_import on case_file (region, import) where import is not null;
create index case_for_all on case_file (region, kind) where readers is null;
create index case_by_unit on case_file using gin (units);
create index case_by_facet on case_file using gin (facets);
create index case_by_reader on case_file using gin (readers);

-- Pieces of two characters, as for problems.
create table case_words (
  region region_code not null,
  id     uuid        not null,
  pairs  text[]      not null,
  primary key (region, id)
);
create index case_words_by_pair on case_words using gin (pairs);
create function index_case_words() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into case_words values (new.region, new.id, pairs(new.search))
  on conflict (region, id) do update set pairs = excluded.pairs;
  return null;
end $$;
create trigger new_words after insert on case_file for each row execute function index_case_words();
create trigger changed_words after update on case_file for each row when (old.search is distinct from new.search) execute function index_case_words();

-- A dossier that is not for everybody is not for everybody on the desk either.
alter table task add column readers text[];
alter table copy add column readers text[];

-- Which dossiers name a file: whoever may read one of them may read the file.
create table filed (
  region  region_code not null,
  file    uuid        not null,
  dossier uuid        not null,
  primary key (region, file, dossier)
);
create index filed_by_dossier on filed (region, dossier);
