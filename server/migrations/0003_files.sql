-- Files as first received: digest and size of the bytes in the file store. Evidence, scans and workbooks point here.
create table file (
  region      region_code not null,
  id          uuid        not null,
  name        text        not null,
  media_type  text        not null,
  size        bigint      not null,
  digest      text        not null,  -- SM3, lower-case hex
  uploaded_by text        not null,
  uploaded_at timestamptz not null,
  primary key (region, id)
);
create index file_by_digest on file (region, digest);

-- Where one file serves as evidence: the same picture in two dossiers is pointed at.
create table evidence (
  region  region_code not null,
  dossier uuid        not null,
  id      uuid        not null,
  digest  text        not null,
  primary key (region, dossier, id)
);
create index evidence_by_digest on evidence (region, digest);
