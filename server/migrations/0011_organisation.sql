-- Rows for lists of people; the truth is the log of each person's dossier (kind `person`).
create table person (
  region        region_code not null,
  id            uuid        not null,
  name          text        not null,
  username      text        not null,
  unit          text,                    -- where an administrator sits; a posting says it for everybody else
  administrator boolean     not null,
  active        boolean     not null,
  about         text,                    -- one sentence about a demonstration person
  primary key (region, id),
  unique (region, username)
);
create index person_by_name on person (region, name, id);

-- Who holds which post of which unit, from when to when. `until_on` is the first day on which it is no longer held.
create table posting (
  region   region_code not null,
  person   uuid        not null,
  id       uuid        not null,
  unit     text        not null,
  post     text        not null,
  from_on  date        not null,
  until_on date,
  primary key (region, person, id)
);
create index posting_by_unit on posting (region, unit, post);

-- The one-time code that makes the first administrator of an empty installation: its digest, void after use.
create table set_up (
  region      region_code not null primary key,
  code_digest text        not null,
  made_at     timestamptz not null,
  used_at     timestamptz
);

-- 意见建议: what people say about the system. Kept as said.
create table feedback (
  region      region_code not null,
  id          uuid        not null,
  text        text        not null,
  page        text        not null,
  person      uuid        not null,
  person_name text        not null,
  unit_name   text        not null,
  recorded_at timestamptz not null,
  primary key (region, id)
);
call append_only('feedback');
create index feedback_newest on feedback (region, recorded_at desc, id desc);
