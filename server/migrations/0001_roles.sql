-- Two roles: the owner migrates, the application works. What the application may never do, it cannot do.
-- In our own cluster both exist; elsewhere the administrator creates them first:
--   create role bihuan_owner login; create role bihuan_app login;
--   create database bihuan owner bihuan_owner;
do $$
begin
  if not exists (select from pg_roles where rolname = 'bihuan_app') then
    raise exception 'role bihuan_app is missing'
      using hint = 'As administrator: create role bihuan_app login password ''…''; then migrate again.';
  end if;
end $$;

grant usage on schema public to bihuan_app;
alter default privileges in schema public grant select, insert, update, delete on tables to bihuan_app;
alter default privileges in schema public grant usage on sequences to bihuan_app;

-- Stands behind the privileges: also the owner cannot change the past by a slip of the hand.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $$;

-- A table whose rows are added and read, never changed: `call append_only('problem_event')`.
create procedure append_only(name regclass) language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from bihuan_app', name);
  execute format('create trigger append_only before update or delete or truncate on %s execute function refuse_change()', name);
end $$;

-- A six-digit code of a county, city or province; the first column of every key.
create domain region_code as text check (value ~ '^[0-9]{6}$');

-- `/readyz` writes one row here and rolls it back: only a real write shows that writing is possible.
create table readiness (
  at timestamptz not null default now()
);
