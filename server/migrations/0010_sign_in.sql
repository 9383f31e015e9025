-- Sign-in, in a schema of its own. The first four tables are what better-auth 1.7.25 asks for (`compileMigrations` with
-- server/src/sign-in/options.ts); a test compares them with what the installed version would make.
create schema auth;
grant usage on schema auth to bihuan_app;
alter default privileges in schema auth grant select, insert, update, delete on tables to bihuan_app;

-- `id` is the person's own: one person, one way in.
create table auth.sign_in (
  id             uuid        not null default gen_random_uuid() primary key,
  name           text        not null,
  email          text        not null unique,  -- made up: the library wants one
  email_verified boolean     not null,
  image          text,
  created_at     timestamptz not null default current_timestamp,
  updated_at     timestamptz not null default current_timestamp,
  username       text        unique            -- lower case
);

-- Tokens stand here as they are; the cookie carries a signature beside the token, whose key is not in the database.
create table auth.session (
  id         uuid        not null default gen_random_uuid() primary key,
  expires_at timestamptz not null,
  token      text        not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id    uuid        not null references auth.sign_in (id) on delete cascade
);
create index session_user_id_idx on auth.session (user_id);

create table auth.account (
  id                       uuid        not null default gen_random_uuid() primary key,
  account_id               text        not null,
  provider_id              text        not null,
  user_id                  uuid        not null references auth.sign_in (id) on delete cascade,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default current_timestamp,
  updated_at               timestamptz not null
);
create index account_user_id_idx on auth.account (user_id);

create table auth.verification (
  id         uuid        not null default gen_random_uuid() primary key,
  identifier text        not null,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);

-- Wrong passwords since the last right one, by the name that was typed, also where nobody has it:
-- a stranger learns nothing about who exists.
create table auth.attempt (
  username     text        not null primary key,
  failed       int         not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);
create index attempt_by_age on auth.attempt (last_at);
