-- Notices that were taken back while no clock had been met under them. What was put in stays in calendar_amendment.
create table calendar_undone (
  region    region_code not null,
  no        int         not null,  -- the notice, as calendar_amendment numbers it
  undone_on date        not null,
  undone_by text        not null,
  reason    text        not null,
  primary key (region, no)
);
call append_only('calendar_undone');
