-- What somebody was told of a dossier: one row a person. Told once under its id (occasion, line, and the version or due day that
-- sets it apart). It follows from events and days and is no part of the record; after ninety days it goes.
create table notification (
  region   region_code not null,
  person   uuid        not null,
  dossier  uuid        not null,
  id       text        not null,
  occasion text        not null,
  title_zh text        not null,
  title_en text,
  version  int,                   -- the event that it comes of; null where the day told
  at       timestamptz not null,
  read_at  timestamptz,
  primary key (region, person, dossier, id)
);
create index notification_newest on notification (region, person, at desc);
create index notification_unread on notification (region, person, dossier) where read_at is null;
create index notification_by_age on notification (region, at);

-- What a day has told of a line, so that it tells it once, whoever asks and however often.
create table day_told (
  region   region_code not null,
  dossier  uuid        not null,
  task     text        not null,
  occasion text        not null,
  due      date        not null,
  primary key (region, dossier, task, occasion, due)
);
