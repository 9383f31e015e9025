import type { FastifyReply } from 'fastify';
import { VERSION } from '../../config.ts';
import { readAppearance } from '../../operations/appearance/appearance.ts';
import { presentLaw } from '../../operations/law/present-law.ts';
import { readSession } from '../../operations/people/session.ts';
import { isSetUp } from '../../operations/people/set-up.ts';
import type { Services } from '../../services.ts';
import type { SessionView } from '../contract/session.ts';

/** Whether this door offers one-click sign-in: the server runs as a demonstration and listens on loopback. `otherDay`: begun on one that is not the real one. */
export type Demonstration = {
  readonly demonstration: boolean;
  readonly otherDay: boolean;
  /** From so many days between a paper's day and its entry on, the page points at it. */
  readonly daysApart: number;
};

/** The session as the browser will hold it from now on: the cookies of the answer are those of the next request. */
export async function welcome(
  services: Services,
  reply: FastifyReply,
  cookies: readonly string[],
  offered: Demonstration,
): Promise<SessionView> {
  void reply.headers({ 'set-cookie': [...cookies] });
  const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
  return view(services, cookie, offered);
}

const NOBODY = { person: null, menu: [], admin: false, mustChange: false, notWhole: [], notWholeInAll: 0 };

/** Who sits before the page, what he may open, and the installation that he is in. */
export async function view(
  services: Services,
  cookie: string | undefined,
  { demonstration, otherDay, daysApart }: Demonstration,
): Promise<SessionView> {
  const [session, setUp, appearance] = await Promise.all([
    readSession(services, cookie),
    isSetUp(services),
    readAppearance(services),
  ]);
  const policy = presentLaw(services)?.policy;
  const { person, menu, admin, mustChange, notWhole, notWholeInAll } = session ?? NOBODY;
  const installation = {
    name: appearance.name ?? policy?.title.zh ?? '闭环',
    appearance,
    region: services.region,
    demonstration,
    today: services.today(),
    otherDay,
    daysApart,
    version: VERSION,
    policy: policy?.edition ?? null,
    setUp,
  };
  return { person, installation, menu, admin, mustChange, notWhole, notWholeInAll };
}
