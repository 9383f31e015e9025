-- Published editions of the plan: the exact text that was checked, so that an old dossier finds its law as it was.
create table policy (
  region        region_code not null,
  edition       text        not null,  -- shidian/2023-05-17
  dossier       uuid        not null,  -- its log: published, rulings confirmed
  title         text        not null,
  in_force_from date        not null,
  digest        text        not null,  -- SM3 of `pack`
  pack          text        not null,
  faults        text        not null,  -- what the checker found in it, with file and line, as it was published
  published_on  date        not null,
  primary key (region, edition)
);
call append_only('policy');

-- Rulings that somebody has confirmed; the log of the edition says it too.
create table confirmed_ruling (
  region       region_code not null,
  edition      text        not null,
  ruling       text        not null,
  confirmed_by text        not null,
  confirmed_on date        not null,
  note         text        not null,
  primary key (region, edition, ruling)
);
call append_only('confirmed_ruling');

-- Notices that came after the files of the program: one jurisdiction's year each, newest by `no`.
create table calendar_amendment (
  region       region_code not null,
  no           int         not null,
  jurisdiction text        not null,
  year         int         not null,
  yaml         text        not null,  -- the notice as it was entered
  applied_on   date        not null,
  applied_by   text        not null,
  impact       text        not null,  -- digest of the list that was shown before
  primary key (region, no)
);
call append_only('calendar_amendment');
