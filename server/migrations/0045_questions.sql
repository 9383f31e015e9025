-- What plans leave open and dossiers came to (待定事项), and what was ruled on it: for one dossier, or for every one of an edition.
create table question (
  region   region_code not null,
  dossier  uuid        not null,
  id       text        not null,
  kind     text        not null,  -- of its dossier: `problem`, `edition`, or the plan's own
  number   text        not null,
  subject  text        not null,
  policy   text        not null,  -- the edition it stands, or was ruled, under
  key      text        not null,  -- the same point in any dossier of the edition
  about    text        not null,
  said     jsonb       not null,  -- its words, clauses and choices
  asked_on date        not null,
  scope    text,                  -- `dossier` or `edition`; null: it waits for a ruling
  used     boolean     not null,  -- a ruling that was made in another dossier answered it
  choice   text,
  ruled_on date,
  ended_on date,                  -- from this day on the ruling answers no further dossier
  ruling   jsonb,                 -- whole, as the dossier has it
  readers  text[],
  primary key (region, dossier, id)
) with (fillfactor = 80);
create index question_open on question (region, asked_on, dossier, id) where scope is null;
create index question_used on question (region, key, ruled_on) where used;
-- two people who rule on the same point of an edition at once, in two dossiers: the second is told what the first did
create unique index ruling_for_all on question (region, policy, key) where scope = 'edition' and not used and ended_on is null;
create index ruling_made on question (region, ruled_on) where scope = 'edition' and not used;
