-- One append-only log per dossier is truth and audit trail at once; the rows beside it are written in the same
-- statement and can always be folded anew from the log. Region first in every key: a command touches one region only.

-- Where a dossier stands: what its events fold to, how many there are, and the digest of the last.
create table dossier (
  region   region_code not null,
  id       uuid        not null,
  kind     text        not null check (kind in ('problem', 'edition', 'person', 'calendar', 'policy')),
  version  int         not null,
  digest   bytea       not null,
  state    jsonb       not null,
  primary key (region, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

create table dossier_event (
  region      region_code not null,
  dossier     uuid        not null,
  version     int         not null,
  type        text        not null,
  body        bytea       not null,  -- the exact bytes that were hashed
  claimed_on  date        not null,  -- the day the office says it happened
  recorded_at timestamptz not null,  -- when it was written; both are shown where they differ
  actor       text        not null,
  command     uuid        not null,  -- events of one command share it
  previous    bytea       not null,
  digest      bytea       not null,
  primary key (region, dossier, version)  -- two writers cannot both be second
);
call append_only('dossier_event');

-- What lists and figures query about a problem.
create table problem (
  region         region_code not null,
  id             uuid        not null,
  number         text        not null,
  title          text        not null,
  search         text        not null,  -- title, description, place, numbers in other lists
  stage          text        not null,
  origin         text,
  grade          text,
  field          text,
  township       text,
  holder         text,
  holder_name    text,
  person         text,
  edition        uuid,
  edition_no     int,
  step_zh        text,
  step_en        text,
  step_clause    text,
  due            date,        -- nearest open clock; null where the plan sets no limit
  due_title      text,
  provisional    boolean     not null default false,
  progress       int         not null default 0,  -- percent, mean of the measures
  measures       int         not null default 0,
  units          text[]      not null default '{}',  -- every unit that plays a part: who may see it in "mine"
  registered_on  date        not null,
  handed_over_on date,
  closed_on      date,
  import         uuid,
  primary key (region, id),
  unique (region, number)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index problem_by_number on problem (region, number desc, id desc);
create index problem_by_due on problem (region, (coalesce(due, 'infinity')), id);
create index problem_open_by_due on problem (region, due) where closed_on is null;
create index problem_by_closing on problem (region, closed_on) where closed_on is not null;
create index problem_by_unit on problem using gin (units);

-- Words of two Chinese characters have no trigram, so pieces of two characters are indexed. They stand apart, so that
-- a command that changes no words does not write them again.
create function pairs(words text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}') from generate_series(1, length(words) - 1) as i
$$;
create table problem_words (
  region region_code not null,
  id     uuid        not null,
  pairs  text[]      not null,
  primary key (region, id)
);
create index problem_words_by_pair on problem_words using gin (pairs);
create function index_words() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into problem_words values (new.region, new.id, pairs(new.search))
  on conflict (region, id) do update set pairs = excluded.pairs;
  return null;
end $$;
create trigger new_words after insert on problem for each row execute function index_words();
create trigger changed_words after update on problem for each row when (old.search is distinct from new.search) execute function index_words();
create index problem_by_stage on problem (region, stage, number desc, id desc);
create index problem_by_holder on problem (region, holder, number desc, id desc);
create index problem_by_edition on problem (region, edition);
create index problem_by_import on problem (region, import);

-- An edition of 一张表: what the county government consents to, as a whole.
create table edition (
  region       region_code not null,
  id           uuid        not null,
  no           int         not null,
  title        text        not null,
  stage        text        not null check (stage in ('forming', 'submitted', 'consented')),
  size         int         not null,
  digest       text,
  formed_on    date        not null,
  consented_on date,
  primary key (region, id),
  unique (region, no)
);

-- Open to-dos. Done ones are in the log; deciding removes the others.
create table task (
  region      region_code not null,
  dossier     uuid        not null,
  id          text        not null,
  kind        text        not null,  -- kind of dossier
  unit        text,                  -- null: nobody plays the role yet
  post        text        not null,
  external    boolean     not null,
  number      text        not null,
  subject     text        not null,
  title_zh    text        not null,
  title_en    text,
  clause      text        not null,
  do_kind     text        not null,
  part        text        not null,
  opened_on   date        not null,
  due         date,
  provisional boolean     not null default false,
  urged_on    date,
  primary key (region, dossier, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index task_by_seat on task (region, unit, post, (coalesce(due, 'infinity')), dossier, id);
create index task_by_due on task (region, (coalesce(due, 'infinity')), dossier, id);
create index task_urged on task (region, urged_on) where urged_on is not null;
create index task_by_external on task (region, (coalesce(due, 'infinity')), dossier, id) where external;

-- Open clocks: what a new calendar would move and what the calendar notes as lapsed.
create table clock (
  region      region_code not null,
  dossier     uuid        not null,
  id          text        not null,
  title_zh    text        not null,
  title_en    text,
  clause      text        not null,
  start_on    date        not null,
  term        jsonb       not null,
  due         date        not null,
  provisional boolean     not null,
  calendar    text        not null,
  lapsed_on   date,
  primary key (region, dossier, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index clock_by_due on clock (region, due);

-- Copies for the record: what a unit has not read, what is still owed to units outside.
create table copy (
  region   region_code not null,
  dossier  uuid        not null,
  id       text        not null,
  unit     text        not null,
  external boolean     not null,
  state    text        not null check (state in ('owed', 'sent', 'filed', 'read')),
  number   text        not null,
  subject  text        not null,
  clause   text        not null,
  filed_on date        not null,
  primary key (region, dossier, id)
);
create index copy_by_unit on copy (region, unit, state, filed_on desc);

-- A retry answers as the first time did. Kept for the life of the dossier: a township may retry after days.
create table idempotency (
  region      region_code not null,
  actor       text        not null,
  key         text        not null,
  fingerprint text        not null,
  status      int         not null,
  response    jsonb       not null,
  at          timestamptz not null,
  primary key (region, actor, key)
);

-- What must happen outside the transaction, inserted by the same statement; a drain hands rows to the job queue.
create table outbox (
  id     bigint generated always as identity primary key,
  region region_code not null,
  task   text        not null,
  body   jsonb       not null
);

-- Numbers given out by the system: `SD-2026` counts its own. A number once given out is not given again.
create table number_series (
  region region_code not null,
  series text        not null,
  last   int         not null,
  primary key (region, series)
);
