-- Copies of one day are many where lists are handed over together; a page of them goes on within the day, so the indexes
-- that pages are read along know what comes after the day as well.
drop index copy_by_unit;
create index copy_by_unit on copy (region, unit, state, filed_on desc, dossier desc, id desc);
drop index copy_owed;
create index copy_owed on copy (region, filed_on, dossier, id) where external and state = 'owed';
