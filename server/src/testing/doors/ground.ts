import { openDuties } from '../../operations/duties/open-duties.ts';
import { png, workbookWithPictures } from '../../files/testing/pictures.ts';
import { PASSWORD, visitor } from '../office.ts';
import { importer, workbook } from '../imports.ts';
import { registration, staffedOffice } from '../staff.ts';
import { taskForce } from './cases.ts';
import type { Ground } from './door.ts';

/** An office in which every door has something to open on. */
export async function ground(): Promise<Ground> {
  const office = await staffedOffice();
  const { app, cast, cookie, services } = office;
  const at = (unit: string, post: string) => cookie(cast.holding(unit, post).id);
  const [clerk, leader, coordinator] = await Promise.all([
    at('county-ecology', 'handler'),
    at('county-push-office', 'main-leader'),
    at('county-push-office', 'handler'),
  ]);
  const by = visitor(app, clerk);
  const register = async (title: string) => (await by.post('/problems', registration(title))).json<{ id: string }>().id;
  const [problem, batched, toList, listed] = [
    await register('一'),
    await register('二'),
    await register('三'),
    await register('四'),
  ];
  const edition = await by.post('/editions', { title: '（演示）第一期', problems: [listed] });
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64)]);
  const list = await workbookWithPictures(
    [
      ['编号', '问题', '责任单位'],
      ['1', '（演示）子沟垃圾', '由旺镇'],
      ['2', '（演示）河道网具', '由旺镇'],
    ],
    [{ row: 3, column: 4, bytes: png(9) }],
  );
  const table = await workbook([
    ['姓名', '原单位', '抽调之日'],
    ['（演示）某人', '县水务局', '2026-11-01'],
  ]);
  const known = await members(office, coordinator);
  const evidence = { id: await upload(office, clerk, bytes), bytes };
  const received = await importer(office, clerk).receive('清单.xlsx', list);
  const opened = (await visitor(app, coordinator).post('/cases', taskForce)).json<{ id: string }>().id;
  const gathering = await openPeriod(office);
  const formed = edition.json<{ id: string }>().id;
  return {
    office,
    clerk,
    leader,
    coordinator,
    ...known,
    problem,
    batched,
    toList,
    listed,
    edition: formed,
    case: opened,
    gathering,
    evidence,
    table,
    import: { id: received, bytes: list, sheet: '清单' },
    ids: [problem, formed, opened, known.member.id, evidence.id, received],
    versionOf: async (dossier) => {
      const row = await services.db
        .selectFrom('dossier')
        .select('version')
        .where('id', '=', dossier)
        .executeTakeFirstOrThrow();
      return row.version;
    },
  };
}

/** The calendar comes to the day on which a duty opens, and the office goes back to its own. */
async function openPeriod({ services, setToday }: Office): Promise<Ground['gathering']> {
  const today = services.today();
  setToday('2027-03-10');
  await openDuties(services);
  setToday(today);
  const [row] = await services.db.selectFrom('duty_return').select(['id', 'duty', 'period']).limit(1).execute();
  const { id: member, duty, period } = row!;
  const gathered = await services.db
    .selectFrom('case_file')
    .select('id')
    .where('owed_by', '=', '')
    .executeTakeFirstOrThrow();
  return { id: gathered.id, duty, period, member };
}

type Office = Awaited<ReturnType<typeof staffedOffice>>;

async function members(
  office: Office,
  demonstrator: string,
): Promise<Pick<Ground, 'administrator' | 'member' | 'demonstrationPerson'>> {
  const seat = { unit: 'county-water', post: 'section-head', from: office.services.today(), until: null };
  const id = await office.add({ name: '（演示）会员', username: 'huiyuan', password: PASSWORD, posts: [seat] });
  // whoever signs in with strange passwords is shut out for a while, so it is somebody else
  await office.add({ name: '（演示）登录', username: 'denglu', password: PASSWORD });
  const people = await visitor(office.app, demonstrator).get('/demonstration/people');
  const keeper = people
    .json<{ people: { id: string; unit: string | null }[] }>()
    .people.find(({ unit }) => unit === null)!;
  const signedIn = await office.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'huiyuan', password: PASSWORD },
  });
  return {
    administrator: await office.cookie(keeper.id),
    member: {
      id,
      username: 'huiyuan',
      cookie: signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; '),
    },
    demonstrationPerson: keeper.id,
  };
}

async function upload({ app }: Office, cookie: string, payload: Buffer): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/files?name=${encodeURIComponent('现场.png')}`,
    headers: { cookie, 'content-type': 'application/octet-stream' },
    payload,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}
