import type { Door, Ground } from './door.ts';
import { EDITION } from '../county.ts';
import { PASSWORD } from '../office.ts';

const DAY = '2026-11-24';
const name = '演示新人';

/** Doors of accounts: signing in, people and their posts. */
export const accountDoors = ({
  clerk,
  administrator,
  member,
  demonstrationPerson,
  import: list,
}: Ground): Record<string, Door> => ({
  readSession: { by: null, answered: 200 },
  signIn: { by: null, answered: 200, bodies: { SignIn: () => ({ username: 'denglu', password: PASSWORD }) } },
  listDemonstrationPeople: { by: null, answered: 200 },
  signInForDemonstration: { by: null, answered: 200, bodies: { SignIn: () => ({ person: demonstrationPerson }) } },
  // somebody is in already: no code opens this door any more
  setUp: {
    by: null,
    answered: 403,
    bodies: {
      SetUp: () => ({ code: 'ABCDE-ABCDE-ABCDE-ABCDE', name, username: 'yanshi', password: PASSWORD, unit: null }),
    },
  },
  changeOwnPassword: {
    by: member.cookie,
    answered: 200,
    bodies: { PasswordChange: () => ({ old: PASSWORD, new: `${PASSWORD}-2` }) },
  },
  listPeople: { by: clerk, answered: 200, query: { size: '10' } },
  addPerson: {
    by: administrator,
    answered: 201,
    bodies: {
      AddPerson: () => ({
        name,
        username: 'xinren',
        password: PASSWORD,
        administrator: false,
        unit: null,
        postings: [{ unit: 'county-water', post: 'handler', from: DAY, until: null }],
      }),
    },
  },
  readRosterTemplate: { by: administrator, answered: 200 },
  readRoster: { by: administrator, answered: 200, query: { name: '名册.xlsx' }, bytes: list.bytes },
  bringPeople: {
    by: administrator,
    answered: 200,
    bodies: {
      BringPeople: () => ({
        people: [
          {
            name,
            username: 'minger',
            password: PASSWORD,
            phone: '0875-8120000',
            postings: [{ unit: 'county-water', post: 'handler', from: DAY, until: null }],
          },
          { person: member.id, postings: [{ unit: 'county-water', post: 'section-head', from: DAY, until: null }] },
        ],
      }),
    },
  },
  holdPost: {
    by: administrator,
    answered: 200,
    path: { id: member.id },
    bodies: { HoldPost: () => ({ unit: 'county-water', post: 'liaison', from: DAY, until: '2027-01-01' }) },
  },
  leavePost: {
    by: administrator,
    answered: 404, // the posting is somebody else's
    path: { id: member.id },
    bodies: { EndPosting: () => ({ posting: '0f0e0d0c-0b0a-4000-8000-000000000001', until: DAY }) },
  },
  setActive: {
    by: administrator,
    answered: 200,
    path: { id: member.id },
    bodies: { SetActive: () => ({ active: false }) },
  },
  correctPerson: {
    by: administrator,
    answered: 200,
    path: { id: member.id },
    bodies: { CorrectPerson: () => ({ name: '（演示）更正', phone: '0875-8120001', reason: '录入时写错' }) },
  },
  setPassword: {
    by: administrator,
    answered: 200,
    path: { id: member.id },
    bodies: { SetPassword: () => ({ password: `${PASSWORD}-3` }) },
  },
  listUnits: { by: clerk, answered: 200 },
  setAppearance: {
    by: administrator,
    answered: 200,
    bodies: { Appearance: () => ({ name: '（演示）整改平台', main: '#1f5f8b', second: '#2f7d5b' }) },
  },
  readFirstHours: { by: administrator, answered: 200 },
  // last of this table: the session ends with it
  signOut: { by: member.cookie, open: true, answered: 204 },
});

/** A county holiday, plainly invented. */
export const NOTICE = `jurisdiction: "530521"
year: 2026
notices:
  - title: 演示放假通知
    number: 演示〔2026〕9号
    issued: 2026-11-20
    source: 虚构，仅供演示
    occasions:
      - name: { zh: 演示节, en: Demonstration Day }
        off: [2026-12-08..2026-12-09]
`;

/** Doors of the plan, the calendar and what people say about the program. */
export const ruleDoors = (ground: Ground): Record<string, Door> => {
  const { clerk, leader, coordinator, problem, office } = ground;
  const edition = EDITION;
  return {
    giveFeedback: {
      by: clerk,
      answered: 201,
      bodies: { Feedback: () => ({ text: '（演示）字太小', page: '/register' }) },
    },
    listFeedback: { by: coordinator, answered: 200 },
    readPlan: { by: clerk, answered: 200, query: { edition } },
    listPolicies: { by: clerk, answered: 200 },
    readKindsOfEdition: { by: clerk, answered: 200, path: { edition } },
    readPolicy: { by: clerk, answered: 200, path: { edition } },
    confirmRuling: {
      by: leader,
      answered: 200,
      path: { edition, id: 'R1' },
      bodies: { Confirm: () => ({ note: '（演示）会议纪要〔2026〕1号' }) },
    },
    readReadingImpact: { by: leader, answered: 200, path: { edition } },
    adoptReading: {
      by: leader,
      answered: 200,
      path: { edition },
      bodies: {
        Adopt: () => ({ reason: '（演示）统一按新解读办理', dossiers: [{ dossier: ground.case, seen: '（演示）' }] }),
      },
    },
    explainFacts: {
      by: clerk,
      answered: 200,
      path: { edition },
      bodies: { Explain: () => ({ facts: { origin: 'city', grade: 'general' } }) },
    },
    explainProblem: { by: clerk, answered: 200, path: { id: problem } },
    listCalendars: { by: clerk, answered: 200 },
    readCalendarYear: { by: clerk, answered: 200, path: { year: '2026' } },
    countDue: {
      by: clerk,
      answered: 200,
      bodies: { Due: () => ({ from: DAY, workdays: 10, startCounted: false, roll: 'forward' }) },
    },
    previewNotice: { by: coordinator, answered: 200, bodies: { Preview: () => ({ yaml: NOTICE }) } },
    readNoticeWords: { by: coordinator, answered: 200, bodies: { Words: () => ({ text: '粘贴的通知' }) } },
    enterNotice: { by: coordinator, answered: 200, bodies: { Enter: () => ({ yaml: NOTICE }) } },
    discardNotice: {
      by: coordinator,
      answered: 409,
      bodies: { Discard: () => ({ text: 'nothing', reason: '（演示）没有这份通知' }) },
    },
    undoNotice: { by: coordinator, answered: 422, bodies: { Undo: () => ({ no: 1, reason: '文号有误' }) } },
    applyNotice: {
      by: coordinator,
      // whoever entered it above does not put it in
      answered: 403,
      bodies: {
        Apply: async () => {
          const url = '/api/calendar/preview';
          const shown = await office.app.inject({
            method: 'POST',
            url,
            headers: { cookie: coordinator },
            payload: { yaml: NOTICE },
          });
          return { yaml: NOTICE, seen: shown.json<{ digest: string | null }>().digest ?? 'nothing' };
        },
      },
    },
  };
};
