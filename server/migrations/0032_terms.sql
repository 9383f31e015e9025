-- A limit that stands still has no last day; one that was lengthened is counted anew with all that it was lengthened by.
alter table clock alter column due drop not null;
alter table clock add column extensions jsonb not null default '[]'; -- units, one number each time
alter table clock add column pauses     jsonb not null default '[]'; -- from, until, reason; until null while it stands still

-- Nothing with a last day runs here, and something stands still: neither a light nor "no limit" would be true.
alter table problem add column paused boolean not null default false;
alter table task    add column paused boolean not null default false;
