-- A file that was asked for and whose bytes are gone, or are no longer those that were filed. It is not given out; the
-- administrators are told until it is whole again.
create table file_alarm (
  region    region_code not null,
  file      uuid        not null,
  found     text        not null check (found in ('file-missing', 'file-changed')),
  name      text        not null,
  at        timestamptz not null,  -- when it was first found so
  lifted_at timestamptz,           -- when it was found whole again
  primary key (region, file),
  foreign key (region, file) references file (region, id)
);
