-- A dossier of any kind that was merged into another is in no list and no count, and is found by its stage and by searching. On the wall
-- its return stays filed by its unit; the list that is frozen names it under the one that it goes on in.
alter table case_file add column merged boolean not null default false;
alter table duty_return add column merged_into uuid;
