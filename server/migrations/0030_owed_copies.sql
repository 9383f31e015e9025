-- Copies that nobody has sent yet are read by the recorder's workbench, oldest first.
create index copy_owed on copy (region, filed_on) where external and state = 'owed';
