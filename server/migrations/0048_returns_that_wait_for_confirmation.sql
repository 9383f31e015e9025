-- Where a duty says who confirms a return, it counts as filed from then on. Returns from before this column were confirmed by
-- nobody in particular: they count as they did.
alter table duty_return add column confirmed boolean not null default true;
