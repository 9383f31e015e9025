-- What sheets say of people stands here, sealed under a key that is not in the database; the record has the id alone, which is a
-- digest of the value with a salt. Erasing leaves the row, and the chain whole.
create table personal (
  region    region_code not null,
  dossier   uuid        not null,
  id        text        not null,
  field     text        not null,  -- `reporter`, `witnesses.name`
  key       text,                  -- which key opens it
  sealed    bytea,
  erased_on date,
  primary key (region, dossier, id),
  check ((sealed is null) = (key is null)),
  check ((sealed is null) = (erased_on is not null))
);
-- what goes is emptied, and that it was there stays
revoke delete, truncate on personal from bihuan_app;
