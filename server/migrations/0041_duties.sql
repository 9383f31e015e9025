-- What falls due again and again: the book of each duty is a dossier of its own, and its returns have a narrow list.
alter table dossier drop constraint dossier_kind_check;
alter table dossier add constraint dossier_kind_check check (kind in ('problem', 'edition', 'person', 'calendar', 'policy', 'case', 'duty'));

create table duty_return (
  region    region_code not null,
  id        uuid        not null,  -- its dossier
  duty      text        not null,
  period    text        not null,
  number    text        not null,
  number_key text       not null,  -- the number with its figures filled up, so that 999 comes before 1000
  title     text        not null,
  unit      text        not null,
  unit_name text        not null,  -- as it was called when the return was opened
  what      text        not null,  -- the field or the dossier that it is about; empty where the duty knows no each
  what_name text        not null,  -- number of the dossier that it is about
  due       date        not null,  -- its limit runs in the dossier: where a holiday notice moves it, it moves here
  filed_on  date,                  -- null while the unit that owes it has it in hand
  nil       boolean     not null,
  returned  boolean     not null,
  withdrawn boolean     not null,
  sheet     text        not null,  -- digest of what is filled in
  corrects  uuid,                  -- the frozen return that it corrects
  readers   text[],
  primary key (region, id)
) with (fillfactor = 80);
create index return_on_wall on duty_return (region, duty, period, number_key, id);
create index return_of_unit on duty_return (region, unit, duty, period);
create index return_correcting on duty_return (region, corrects) where corrects is not null;
