-- Written by `npm run generate --workspace server` from the catalog of a migrated database; never by hand.

-- Domains and enumerations
region_code: text CHECK ((VALUE ~ '^[0-9]{6}$'::text))

-- Tables
auth.account (
  id uuid not null default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null
)
auth.attempt (
  username text not null,
  failed integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone
)
auth.session (
  id uuid not null default gen_random_uuid(),
  expires_at timestamp with time zone not null,
  token text not null,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  user_id uuid not null
)
auth.sign_in (
  id uuid not null default gen_random_uuid(),
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  username text
)
auth.verification (
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default CURRENT_TIMESTAMP,
  updated_at timestamp with time zone not null default CURRENT_TIMESTAMP
)
public.calendar_amendment (
  region region_code not null,
  no integer not null,
  jurisdiction text not null,
  year integer not null,
  yaml text not null,
  applied_on date not null,
  applied_by text not null,
  impact text not null
)
public.calendar_undone (
  region region_code not null,
  no integer not null,
  undone_on date not null,
  undone_by text not null,
  reason text not null
)
public.case_file (
  region region_code not null,
  id uuid not null,
  kind text not null,
  policy text not null,
  number text not null,
  number_key text not null,
  title text not null,
  search text not null,
  stage text not null,
  holder text,
  holder_name text,
  step_zh text,
  step_en text,
  step_clause text,
  due date,
  due_title text,
  paused boolean not null default false,
  provisional boolean not null default false,
  facts jsonb not null default '{}'::jsonb,
  cells jsonb not null default '{}'::jsonb,
  facets text[] not null default '{}'::text[],
  units text[] not null default '{}'::text[],
  readers text[],
  duty text,
  period text,
  owed_by text,
  nil boolean not null default false,
  opened_on date not null,
  closed_on date,
  withdrawn boolean not null default false,
  import uuid,
  due_at text,
  merged boolean not null default false
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02)
public.case_words (
  region region_code not null,
  id uuid not null,
  pairs text[] not null
)
public.clock (
  region region_code not null,
  dossier uuid not null,
  id text not null,
  title_zh text not null,
  title_en text,
  clause text not null,
  start_on date not null,
  term jsonb not null,
  due date,
  provisional boolean not null,
  calendar text not null,
  lapsed_on date,
  extensions jsonb not null default '[]'::jsonb,
  pauses jsonb not null default '[]'::jsonb,
  floor boolean not null default false,
  due_at text
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02)
public.confirmed_ruling (
  region region_code not null,
  edition text not null,
  ruling text not null,
  confirmed_by text not null,
  confirmed_on date not null,
  note text not null
)
public.copy (
  region region_code not null,
  dossier uuid not null,
  id text not null,
  unit text not null,
  external boolean not null,
  state text not null,
  number text not null,
  subject text not null,
  clause text not null,
  filed_on date not null,
  readers text[],
  kind text not null default 'problem'::text
)
public.day_told (
  region region_code not null,
  dossier uuid not null,
  task text not null,
  occasion text not null,
  due date not null
)
public.dossier (
  region region_code not null,
  id uuid not null,
  kind text not null,
  version integer not null,
  digest bytea not null,
  state jsonb not null,
  shape integer not null default 0
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02)
public.dossier_event (
  region region_code not null,
  dossier uuid not null,
  version integer not null,
  type text not null,
  body bytea not null,
  claimed_on date not null,
  recorded_at timestamp with time zone not null,
  actor text not null,
  command uuid not null,
  previous bytea not null,
  digest bytea not null
)
public.duty_return (
  region region_code not null,
  id uuid not null,
  duty text not null,
  period text not null,
  number text not null,
  number_key text not null,
  title text not null,
  unit text not null,
  unit_name text not null,
  what text not null,
  what_name text not null,
  due date not null,
  filed_on date,
  nil boolean not null,
  returned boolean not null,
  withdrawn boolean not null,
  sheet text not null,
  corrects uuid,
  readers text[],
  confirmed boolean not null default true,
  merged_into uuid
) with (fillfactor=80)
public.edition (
  region region_code not null,
  id uuid not null,
  no integer not null,
  title text not null,
  stage text not null,
  size integer not null,
  digest text,
  formed_on date not null,
  consented_on date
)
public.evidence (
  region region_code not null,
  dossier uuid not null,
  id uuid not null,
  digest text not null
)
public.feedback (
  region region_code not null,
  id uuid not null,
  text text not null,
  page text not null,
  person uuid not null,
  person_name text not null,
  unit_name text not null,
  recorded_at timestamp with time zone not null
)
public.file (
  region region_code not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  digest text not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null
)
public.file_alarm (
  region region_code not null,
  file uuid not null,
  found text not null,
  name text not null,
  at timestamp with time zone not null,
  lifted_at timestamp with time zone
)
public.filed (
  region region_code not null,
  file uuid not null,
  dossier uuid not null
)
public.idempotency (
  region region_code not null,
  actor text not null,
  key text not null,
  fingerprint text not null,
  status integer not null,
  response jsonb not null,
  at timestamp with time zone not null
)
public.import (
  region region_code not null,
  id uuid not null,
  intent text not null,
  file uuid not null,
  unit text not null,
  unit_name text not null,
  person text not null,
  person_name text not null,
  name text not null,
  state text not null,
  sheets jsonb not null,
  sheet text not null,
  ready integer not null default 0,
  ask integer not null default 0,
  skip integer not null default 0,
  stage text not null default 'read'::text,
  items integer not null default 0,
  done integer not null default 0,
  applied_by jsonb,
  undo_reason text,
  received_at timestamp with time zone not null,
  kind text,
  chosen jsonb not null default '{}'::jsonb,
  discarded jsonb
)
public.import_decision (
  region region_code not null,
  import uuid not null,
  no integer not null,
  sheet text not null,
  answers text not null,
  choose text not null,
  value text,
  reason text not null,
  person text not null,
  person_name text not null,
  at timestamp with time zone not null
)
public.import_item (
  region region_code not null,
  import uuid not null,
  no integer not null,
  rows integer[] not null,
  key text not null,
  content text not null,
  act jsonb not null,
  result text,
  reason jsonb,
  dossier uuid,
  version integer
)
public.import_refusal (
  region region_code not null,
  id uuid not null,
  kind text,
  unit text not null,
  person text not null,
  person_name text not null,
  name text not null,
  digest text,
  size bigint,
  code text not null,
  reason jsonb not null,
  at timestamp with time zone not null
)
public.import_row (
  region region_code not null,
  name text not null,
  key text not null,
  dossier uuid not null,
  content text not null,
  import uuid not null
)
public.migration (
  name text not null,
  digest text not null,
  at timestamp with time zone not null default now()
)
public.notification (
  region region_code not null,
  person uuid not null,
  dossier uuid not null,
  id text not null,
  occasion text not null,
  title_zh text not null,
  title_en text,
  version integer,
  at timestamp with time zone not null,
  read_at timestamp with time zone
)
public.number_series (
  region region_code not null,
  series text not null,
  last integer not null
)
public.outbox (
  id bigint not null identity,
  region region_code not null,
  task text not null,
  body jsonb not null
)
public.person (
  region region_code not null,
  id uuid not null,
  name text not null,
  username text not null,
  unit text,
  administrator boolean not null,
  active boolean not null,
  about text,
  phone text,
  former_names jsonb not null default '[]'::jsonb,
  must_change boolean not null default false
)
public.personal (
  region region_code not null,
  dossier uuid not null,
  id text not null,
  field text not null,
  key text,
  sealed bytea,
  erased_on date
)
public.policy (
  region region_code not null,
  edition text not null,
  dossier uuid not null,
  title text not null,
  in_force_from date not null,
  digest text not null,
  pack text not null,
  faults text not null,
  published_on date not null,
  successors text not null default '[]'::text
)
public.posting (
  region region_code not null,
  person uuid not null,
  id uuid not null,
  unit text not null,
  post text not null,
  from_on date not null,
  until_on date
)
public.problem (
  region region_code not null,
  id uuid not null,
  number text not null,
  title text not null,
  search text not null,
  stage text not null,
  field text,
  township text,
  holder text,
  holder_name text,
  person text,
  edition uuid,
  edition_no integer,
  step_zh text,
  step_en text,
  step_clause text,
  due date,
  due_title text,
  provisional boolean not null default false,
  progress integer not null default 0,
  measures integer not null default 0,
  units text[] not null default '{}'::text[],
  registered_on date not null,
  handed_over_on date,
  closed_on date,
  import uuid,
  paused boolean not null default false,
  facts jsonb not null default '{}'::jsonb,
  due_at text,
  listed_due text,
  listed_holder text
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02)
public.problem_words (
  region region_code not null,
  id uuid not null,
  pairs text[] not null
)
public.question (
  region region_code not null,
  dossier uuid not null,
  id text not null,
  kind text not null,
  number text not null,
  subject text not null,
  policy text not null,
  key text not null,
  about text not null,
  said jsonb not null,
  asked_on date not null,
  scope text,
  used boolean not null,
  choice text,
  ruled_on date,
  ended_on date,
  ruling jsonb,
  readers text[]
) with (fillfactor=80)
public.readiness (
  at timestamp with time zone not null default now()
)
public.set_up (
  region region_code not null,
  code_digest text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone
)
public.task (
  region region_code not null,
  dossier uuid not null,
  id text not null,
  kind text not null,
  unit text,
  post text not null,
  external boolean not null,
  number text not null,
  subject text not null,
  title_zh text not null,
  title_en text,
  clause text not null,
  do_kind text not null,
  part text not null,
  opened_on date not null,
  due date,
  provisional boolean not null default false,
  urged_on date,
  paused boolean not null default false,
  readers text[],
  starts_on date,
  due_at text
) with (fillfactor=70, autovacuum_vacuum_scale_factor=0.02)
public.task_seen (
  region region_code not null,
  dossier uuid not null,
  task text not null,
  person uuid not null
)
public.to_register (
  region region_code not null,
  dossier uuid not null,
  found boolean not null default false
)
public.took_part (
  region region_code not null,
  person uuid not null,
  dossier uuid not null,
  version integer not null,
  at timestamp with time zone not null
)
public.unlogged (
  region region_code not null,
  table text not null,
  id uuid not null
)

-- Constraints
auth.account: account_pkey PRIMARY KEY (id)
auth.account: account_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.sign_in(id) ON DELETE CASCADE
auth.attempt: attempt_pkey PRIMARY KEY (username)
auth.session: session_pkey PRIMARY KEY (id)
auth.session: session_token_key UNIQUE (token)
auth.session: session_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.sign_in(id) ON DELETE CASCADE
auth.sign_in: sign_in_email_key UNIQUE (email)
auth.sign_in: sign_in_pkey PRIMARY KEY (id)
auth.sign_in: sign_in_username_key UNIQUE (username)
auth.verification: verification_pkey PRIMARY KEY (id)
calendar_amendment: calendar_amendment_pkey PRIMARY KEY (region, no)
calendar_undone: calendar_undone_pkey PRIMARY KEY (region, no)
case_file: case_file_due_at_check CHECK ((due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'::text))
case_file: case_file_pkey PRIMARY KEY (region, id)
case_file: case_file_region_kind_number_key UNIQUE (region, kind, number)
case_words: case_words_pkey PRIMARY KEY (region, id)
clock: clock_due_at_check CHECK ((due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'::text))
clock: clock_pkey PRIMARY KEY (region, dossier, id)
confirmed_ruling: confirmed_ruling_pkey PRIMARY KEY (region, edition, ruling)
copy: copy_pkey PRIMARY KEY (region, dossier, id)
copy: copy_state_check CHECK ((state = ANY (ARRAY['owed'::text, 'sent'::text, 'filed'::text, 'read'::text])))
day_told: day_told_pkey PRIMARY KEY (region, dossier, task, occasion, due)
dossier: dossier_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'edition'::text, 'person'::text, 'calendar'::text, 'policy'::text, 'case'::text, 'duty'::text, 'appearance'::text, 'file'::text, 'feedback'::text, 'import'::text, 'refusal'::text, 'register'::text])))
dossier: dossier_pkey PRIMARY KEY (region, id)
dossier_event: dossier_event_pkey PRIMARY KEY (region, dossier, version)
duty_return: duty_return_pkey PRIMARY KEY (region, id)
edition: edition_pkey PRIMARY KEY (region, id)
edition: edition_region_no_key UNIQUE (region, no)
edition: edition_stage_check CHECK ((stage = ANY (ARRAY['forming'::text, 'submitted'::text, 'consented'::text])))
evidence: evidence_pkey PRIMARY KEY (region, dossier, id)
feedback: feedback_pkey PRIMARY KEY (region, id)
file: file_pkey PRIMARY KEY (region, id)
file_alarm: file_alarm_found_check CHECK ((found = ANY (ARRAY['file-missing'::text, 'file-changed'::text])))
file_alarm: file_alarm_pkey PRIMARY KEY (region, file)
file_alarm: file_alarm_region_file_fkey FOREIGN KEY (region, file) REFERENCES file(region, id)
filed: filed_pkey PRIMARY KEY (region, file, dossier)
idempotency: idempotency_pkey PRIMARY KEY (region, actor, key)
import: import_pkey PRIMARY KEY (region, id)
import: import_region_person_intent_key UNIQUE (region, person, intent)
import: import_state_check CHECK ((state = ANY (ARRAY['open'::text, 'importing'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'discarded'::text])))
import_decision: import_decision_pkey PRIMARY KEY (region, import, no)
import_item: import_item_pkey PRIMARY KEY (region, import, no)
import_item: import_item_result_check CHECK ((result = ANY (ARRAY['registered'::text, 'added'::text, 'updated'::text, 'already-known'::text, 'skipped'::text, 'failed'::text])))
import_refusal: import_refusal_pkey PRIMARY KEY (region, id)
import_row: import_row_pkey PRIMARY KEY (region, name)
migration: migration_pkey PRIMARY KEY (name)
notification: notification_pkey PRIMARY KEY (region, person, dossier, id)
number_series: number_series_pkey PRIMARY KEY (region, series)
outbox: outbox_pkey PRIMARY KEY (id)
person: person_pkey PRIMARY KEY (region, id)
person: person_region_username_key UNIQUE (region, username)
personal: personal_check CHECK (((sealed IS NULL) = (key IS NULL)))
personal: personal_check1 CHECK (((sealed IS NULL) = (erased_on IS NOT NULL)))
personal: personal_pkey PRIMARY KEY (region, dossier, id)
policy: policy_pkey PRIMARY KEY (region, edition)
posting: posting_pkey PRIMARY KEY (region, person, id)
problem: problem_due_at_check CHECK ((due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'::text))
problem: problem_pkey PRIMARY KEY (region, id)
problem: problem_region_number_key UNIQUE (region, number)
problem_words: problem_words_pkey PRIMARY KEY (region, id)
question: question_pkey PRIMARY KEY (region, dossier, id)
set_up: set_up_pkey PRIMARY KEY (region)
task: task_due_at_check CHECK ((due_at ~ '^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$'::text))
task: task_pkey PRIMARY KEY (region, dossier, id)
task_seen: task_seen_pkey PRIMARY KEY (region, dossier, task, person)
task_seen: task_seen_region_dossier_task_fkey FOREIGN KEY (region, dossier, task) REFERENCES task(region, dossier, id) ON DELETE CASCADE
to_register: to_register_pkey PRIMARY KEY (region, dossier)
took_part: took_part_pkey PRIMARY KEY (region, person, dossier)
unlogged: unlogged_pkey PRIMARY KEY (region, "table", id)

-- Indexes
CREATE INDEX account_user_id_idx ON auth.account USING btree (user_id)
CREATE INDEX attempt_by_age ON auth.attempt USING btree (last_at)
CREATE INDEX case_by_due ON public.case_file USING btree (region, kind, COALESCE(due, 'infinity'::date), id)
CREATE INDEX case_by_duty ON public.case_file USING btree (region, duty, period, owed_by) WHERE (duty IS NOT NULL)
CREATE INDEX case_by_facet ON public.case_file USING gin (facets)
CREATE INDEX case_by_holder ON public.case_file USING btree (region, kind, holder, number_key DESC, id DESC)
CREATE INDEX case_by_import ON public.case_file USING btree (region, import) WHERE (import IS NOT NULL)
CREATE INDEX case_by_number ON public.case_file USING btree (region, kind, number_key DESC, id DESC)
CREATE INDEX case_by_opening ON public.case_file USING btree (region, opened_on DESC, id DESC)
CREATE INDEX case_by_reader ON public.case_file USING gin (readers)
CREATE INDEX case_by_stage ON public.case_file USING btree (region, kind, stage, number_key DESC, id DESC)
CREATE INDEX case_by_unit ON public.case_file USING gin (units)
CREATE INDEX case_for_all ON public.case_file USING btree (region, kind) WHERE (readers IS NULL)
CREATE INDEX case_held ON public.case_file USING btree (region, holder) WHERE ((closed_on IS NULL) AND (NOT withdrawn))
CREATE INDEX case_words_by_pair ON public.case_words USING gin (pairs)
CREATE INDEX clock_by_due ON public.clock USING btree (region, due)
CREATE INDEX copy_by_unit ON public.copy USING btree (region, unit, state, filed_on DESC, dossier DESC, id DESC)
CREATE INDEX copy_owed ON public.copy USING btree (region, filed_on, dossier, id) WHERE (external AND (state = 'owed'::text))
CREATE INDEX dossier_by_shape ON public.dossier USING btree (region, shape, id)
CREATE INDEX dossier_register ON public.dossier USING btree (region) WHERE (kind = 'register'::text)
CREATE INDEX evidence_by_digest ON public.evidence USING btree (region, digest)
CREATE INDEX feedback_newest ON public.feedback USING btree (region, recorded_at DESC, id DESC)
CREATE INDEX file_by_digest ON public.file USING btree (region, digest)
CREATE INDEX filed_by_dossier ON public.filed USING btree (region, dossier)
CREATE INDEX import_at_work ON public.import USING btree (region, received_at) WHERE (state = ANY (ARRAY['importing'::text, 'undoing'::text]))
CREATE INDEX import_item_open ON public.import_item USING btree (region, import, no) WHERE (result IS NULL)
CREATE INDEX import_newest ON public.import USING btree (region, unit, received_at DESC, id DESC)
CREATE INDEX import_refusal_newest ON public.import_refusal USING btree (region, unit, at DESC)
CREATE INDEX import_row_by_dossier ON public.import_row USING btree (region, dossier)
CREATE INDEX import_row_by_import ON public.import_row USING btree (region, import)
CREATE INDEX notification_by_age ON public.notification USING btree (region, at)
CREATE INDEX notification_newest ON public.notification USING btree (region, person, at DESC)
CREATE INDEX notification_unread ON public.notification USING btree (region, person, dossier) WHERE (read_at IS NULL)
CREATE INDEX person_by_name ON public.person USING btree (region, name, id)
CREATE INDEX posting_by_unit ON public.posting USING btree (region, unit, post)
CREATE INDEX problem_by_closing ON public.problem USING btree (region, closed_on) WHERE (closed_on IS NOT NULL)
CREATE INDEX problem_by_due ON public.problem USING btree (region, COALESCE(due, 'infinity'::date), id)
CREATE INDEX problem_by_edition ON public.problem USING btree (region, edition)
CREATE INDEX problem_by_holder ON public.problem USING btree (region, holder, number DESC, id DESC)
CREATE INDEX problem_by_import ON public.problem USING btree (region, import)
CREATE INDEX problem_by_number ON public.problem USING btree (region, number DESC, id DESC)
CREATE INDEX problem_by_stage ON public.problem USING btree (region, stage, number DESC, id DESC)
CREATE INDEX problem_by_township ON public.problem USING btree (region, township, number DESC, id DESC)
CREATE INDEX problem_by_unit ON public.problem USING gin (units)
CREATE INDEX problem_held ON public.problem USING btree (region, holder) WHERE (closed_on IS NULL)
CREATE INDEX problem_open_by_due ON public.problem USING btree (region, due) WHERE (closed_on IS NULL)
CREATE INDEX problem_words_by_pair ON public.problem_words USING gin (pairs)
CREATE INDEX question_open ON public.question USING btree (region, asked_on, dossier, id) WHERE (scope IS NULL)
CREATE INDEX question_used ON public.question USING btree (region, key, ruled_on) WHERE used
CREATE INDEX return_correcting ON public.duty_return USING btree (region, corrects) WHERE (corrects IS NOT NULL)
CREATE INDEX return_of_unit ON public.duty_return USING btree (region, unit, duty, period)
CREATE INDEX return_on_wall ON public.duty_return USING btree (region, duty, period, number_key, id)
CREATE INDEX ruling_made ON public.question USING btree (region, ruled_on) WHERE ((scope = 'edition'::text) AND (NOT used))
CREATE INDEX session_user_id_idx ON auth.session USING btree (user_id)
CREATE INDEX task_by_due ON public.task USING btree (region, COALESCE(due, 'infinity'::date), opened_on, dossier, id)
CREATE INDEX task_by_external ON public.task USING btree (region, COALESCE(due, 'infinity'::date), opened_on, dossier, id) WHERE external
CREATE INDEX task_by_seat ON public.task USING btree (region, unit, post, COALESCE(due, 'infinity'::date), opened_on, dossier, id)
CREATE INDEX task_by_start ON public.task USING btree (region, starts_on) WHERE (starts_on IS NOT NULL)
CREATE INDEX task_urged ON public.task USING btree (region, urged_on) WHERE (urged_on IS NOT NULL)
CREATE INDEX took_part_newest ON public.took_part USING btree (region, person, at DESC, dossier DESC)
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier)
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id)
CREATE UNIQUE INDEX attempt_pkey ON auth.attempt USING btree (username)
CREATE UNIQUE INDEX calendar_amendment_pkey ON public.calendar_amendment USING btree (region, no)
CREATE UNIQUE INDEX calendar_undone_pkey ON public.calendar_undone USING btree (region, no)
CREATE UNIQUE INDEX case_file_pkey ON public.case_file USING btree (region, id)
CREATE UNIQUE INDEX case_file_region_kind_number_key ON public.case_file USING btree (region, kind, number)
CREATE UNIQUE INDEX case_words_pkey ON public.case_words USING btree (region, id)
CREATE UNIQUE INDEX clock_pkey ON public.clock USING btree (region, dossier, id)
CREATE UNIQUE INDEX confirmed_ruling_pkey ON public.confirmed_ruling USING btree (region, edition, ruling)
CREATE UNIQUE INDEX copy_pkey ON public.copy USING btree (region, dossier, id)
CREATE UNIQUE INDEX day_told_pkey ON public.day_told USING btree (region, dossier, task, occasion, due)
CREATE UNIQUE INDEX dossier_event_pkey ON public.dossier_event USING btree (region, dossier, version)
CREATE UNIQUE INDEX dossier_pkey ON public.dossier USING btree (region, id)
CREATE UNIQUE INDEX duty_return_pkey ON public.duty_return USING btree (region, id)
CREATE UNIQUE INDEX edition_pkey ON public.edition USING btree (region, id)
CREATE UNIQUE INDEX edition_region_no_key ON public.edition USING btree (region, no)
CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (region, dossier, id)
CREATE UNIQUE INDEX feedback_pkey ON public.feedback USING btree (region, id)
CREATE UNIQUE INDEX file_alarm_pkey ON public.file_alarm USING btree (region, file)
CREATE UNIQUE INDEX file_pkey ON public.file USING btree (region, id)
CREATE UNIQUE INDEX filed_pkey ON public.filed USING btree (region, file, dossier)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (region, actor, key)
CREATE UNIQUE INDEX import_decision_pkey ON public.import_decision USING btree (region, import, no)
CREATE UNIQUE INDEX import_item_pkey ON public.import_item USING btree (region, import, no)
CREATE UNIQUE INDEX import_pkey ON public.import USING btree (region, id)
CREATE UNIQUE INDEX import_refusal_pkey ON public.import_refusal USING btree (region, id)
CREATE UNIQUE INDEX import_region_person_intent_key ON public.import USING btree (region, person, intent)
CREATE UNIQUE INDEX import_row_pkey ON public.import_row USING btree (region, name)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name)
CREATE UNIQUE INDEX notification_pkey ON public.notification USING btree (region, person, dossier, id)
CREATE UNIQUE INDEX number_series_pkey ON public.number_series USING btree (region, series)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (id)
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (region, id)
CREATE UNIQUE INDEX person_region_username_key ON public.person USING btree (region, username)
CREATE UNIQUE INDEX personal_pkey ON public.personal USING btree (region, dossier, id)
CREATE UNIQUE INDEX policy_pkey ON public.policy USING btree (region, edition)
CREATE UNIQUE INDEX posting_pkey ON public.posting USING btree (region, person, id)
CREATE UNIQUE INDEX problem_pkey ON public.problem USING btree (region, id)
CREATE UNIQUE INDEX problem_region_number_key ON public.problem USING btree (region, number)
CREATE UNIQUE INDEX problem_words_pkey ON public.problem_words USING btree (region, id)
CREATE UNIQUE INDEX question_pkey ON public.question USING btree (region, dossier, id)
CREATE UNIQUE INDEX ruling_for_all ON public.question USING btree (region, policy, key) WHERE ((scope = 'edition'::text) AND (NOT used) AND (ended_on IS NULL))
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token)
CREATE UNIQUE INDEX set_up_pkey ON public.set_up USING btree (region)
CREATE UNIQUE INDEX sign_in_email_key ON auth.sign_in USING btree (email)
CREATE UNIQUE INDEX sign_in_pkey ON auth.sign_in USING btree (id)
CREATE UNIQUE INDEX sign_in_username_key ON auth.sign_in USING btree (username)
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (region, dossier, id)
CREATE UNIQUE INDEX task_seen_pkey ON public.task_seen USING btree (region, dossier, task, person)
CREATE UNIQUE INDEX to_register_pkey ON public.to_register USING btree (region, dossier)
CREATE UNIQUE INDEX took_part_pkey ON public.took_part USING btree (region, person, dossier)
CREATE UNIQUE INDEX unlogged_pkey ON public.unlogged USING btree (region, "table", id)
CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id)

-- Functions and procedures
CREATE OR REPLACE FUNCTION public.index_case_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into case_words values (new.region, new.id, pairs(new.search))
  on conflict (region, id) do update set pairs = excluded.pairs;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.index_words()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
begin
  insert into problem_words values (new.region, new.id, pairs(new.search))
  on conflict (region, id) do update set pairs = excluded.pairs;
  return null;
end $function$

CREATE OR REPLACE FUNCTION public.pairs(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}') from generate_series(1, length(words) - 1) as i
$function$

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


-- Triggers
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar_amendment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.calendar_undone FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.confirmed_ruling FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.dossier_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.feedback FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.import_refusal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.policy FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER changed_words AFTER UPDATE ON public.case_file FOR EACH ROW WHEN ((old.search IS DISTINCT FROM new.search)) EXECUTE FUNCTION index_case_words()
CREATE TRIGGER changed_words AFTER UPDATE ON public.problem FOR EACH ROW WHEN ((old.search IS DISTINCT FROM new.search)) EXECUTE FUNCTION index_words()
CREATE TRIGGER new_words AFTER INSERT ON public.case_file FOR EACH ROW EXECUTE FUNCTION index_case_words()
CREATE TRIGGER new_words AFTER INSERT ON public.problem FOR EACH ROW EXECUTE FUNCTION index_words()

-- What the application may do
auth.account: delete, insert, select, update
auth.attempt: delete, insert, select, update
auth.session: delete, insert, select, update
auth.sign_in: delete, insert, select, update
auth.verification: delete, insert, select, update
calendar_amendment: insert, select
calendar_undone: insert, select
case_file: delete, insert, select, update
case_words: delete, insert, select, update
clock: delete, insert, select, update
confirmed_ruling: insert, select
copy: delete, insert, select, update
day_told: delete, insert, select, update
dossier: delete, insert, select, update
dossier_event: insert, select
duty_return: delete, insert, select, update
edition: delete, insert, select, update
evidence: delete, insert, select, update
feedback: insert, select
file: delete, insert, select, update
file_alarm: delete, insert, select, update
filed: delete, insert, select, update
idempotency: delete, insert, select, update
import: delete, insert, select, update
import_decision: insert, select
import_item: delete, insert, select, update
import_refusal: insert, select
import_row: delete, insert, select, update
migration: nothing
notification: delete, insert, select, update
number_series: delete, insert, select, update
outbox: delete, insert, select, update
person: delete, insert, select, update
personal: insert, select, update
policy: insert, select
posting: delete, insert, select, update
problem: delete, insert, select, update
problem_words: delete, insert, select, update
question: delete, insert, select, update
readiness: delete, insert, select, update
set_up: delete, insert, select, update
task: delete, insert, select, update
task_seen: delete, insert, select, update
to_register: delete, insert, select, update
took_part: delete, insert, select, update
unlogged: delete, insert, select, update
