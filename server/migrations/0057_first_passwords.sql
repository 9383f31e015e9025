-- How a person is reached, what they were called by mistake before, and whether the password is one that somebody else handed
-- out: all three follow from the log of the person's dossier, like the columns beside them.
alter table person
  add column phone        text,
  add column former_names jsonb   not null default '[]',  -- [{ name, until }], the latest last
  add column must_change  boolean not null default false;
