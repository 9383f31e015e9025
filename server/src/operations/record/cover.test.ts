import { expect, test } from 'vitest';
import { withClient } from '../../store/database/connection.ts';
import { ROWS_OF } from '../../store/dossiers/ledger-rows.ts';
import { staffedOffice } from '../../testing/staff.ts';

const office = await staffedOffice();

/** How the verifier looks at each table beside those of `ROWS_OF`, which are folded anew from the events. */
const COMPARED: Readonly<Record<string, string>> = {
  dossier: 'its state is folded anew, its digest is the end of its chain',
  dossier_event: 'chained',
  policy: 'told by events, its text by a digest',
  confirmed_ruling: 'told by events',
  calendar_amendment: 'told by events, its text by a digest',
  calendar_undone: 'told by events',
  import_decision: 'told by the log of its import, each by its digest',
  import_item: 'what there was to do by one digest in the log of its import, what became of each by another',
  import_row: 'named by the digest of its row, and what the items of its import made',
  to_register: 'whoever waits here is there; everybody else stands in the register',
  problem_words: 'made of the words of the problem',
  case_words: 'made of the words of the dossier',
  'auth.account': 'the password by its digest in the log',
  'auth.sign_in': 'belongs to somebody whom the record knows',
};

/** Tables whose rows the verifier does not look at, and what somebody who changes them by hand can do. */
const UNSEEN: Readonly<Record<string, string>> = {
  'auth.attempt': 'counts failed sign-ins; nobody’s right follows from it',
  'auth.session': 'who is signed in now; ends by itself',
  'auth.verification': 'short-lived secrets of the sign-in',
  notification: 'what somebody was told; made of what the record says',
  day_told: 'that the notices of a day went out',
  task_seen: 'that somebody opened a to-do; decides what may still be taken back',
  took_part: 'what somebody’s list of own acts reads',
  outbox: 'work on its way; gone when done',
  readiness: 'a row that is written and rolled back',
  migration: 'the schema itself is compared with what the migrations make',
  file_alarm: 'files found not whole; found again when one is asked for or the record is verified',
  set_up: 'digest of the code that makes the first administrator; whoever he is stands in the log',
  unlogged: 'what an older program left without a log; empty once that is noted',
  // no log has these yet: a change by hand is not found
  idempotency: 'kept answers: another may be told to whoever repeats an act',
  number_series: 'set back, it would give out a number again',
};

test('every table of the schema is either compared by the verifier or said not to be, with what follows', async () => {
  const rows = await withClient(office.database.owner, async (owner) => {
    const found = await owner.query<{ name: string }>(
      `select case schemaname when 'public' then tablename else schemaname || '.' || tablename end as name
       from pg_tables where schemaname in ('public', 'auth')`,
    );
    return found.rows;
  });
  const said = [...Object.keys(ROWS_OF), ...Object.keys(COMPARED), ...Object.keys(UNSEEN)];

  expect(said.toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});
