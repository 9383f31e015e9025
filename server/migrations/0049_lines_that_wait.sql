-- A line that is open before there is anything to do in it: a desk has it from this day on. Lines from before are made anew
-- with their dossiers when the program starts.
alter table task add column starts_on date;
