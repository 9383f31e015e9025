-- Written by `npm run generate --workspace server` from the catalog of a migrated database; never by hand.

-- Domains and enumerations
region_code: text CHECK ((VALUE ~ '^[0-9]{6}$'::text))

-- Tables
public.migration (
  name text not null,
  digest text not null,
  at timestamp with time zone not null default now()
)
public.readiness (
  at timestamp with time zone not null default now()
)

-- Constraints
migration: migration_pkey PRIMARY KEY (name)

-- Indexes
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)

-- Functions and procedures
CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
end $function$

CREATE OR REPLACE PROCEDURE public.append_only(IN name regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('revoke update, delete, truncate on %s from bihuan_app', name);
  execute format('create trigger append_only before update or delete or truncate on %s execute function refuse_change()', name);
end $procedure$


-- What the application may do
migration: nothing
readiness: delete, insert, select, update
