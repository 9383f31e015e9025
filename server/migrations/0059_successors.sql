-- Who takes over from units that an edition leaves out or ends, as whoever published it named them; the log of the edition says it too.
alter table policy add column successors text not null default '[]';
