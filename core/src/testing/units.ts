import type { Unit } from '../policy/index.ts';
import { text } from './words.ts';

type Said = {
  readonly roles: readonly string[];
  readonly posts: readonly string[];
  readonly within?: string;
  readonly external?: boolean;
};

function unit(id: string, name: string, { roles, posts, within, external = false }: Said): Unit {
  const body = {
    id,
    names: [{ name: text(name) }],
    shortNames: [],
    level: 'county',
    kind: 'club',
    external,
    roles: roles.map((role) => ({ role })),
    posts,
  } as const;
  return within ? { ...body, within } : body;
}

const team = ['foreman', 'captain'];

/**
 * The club and its neighbours. The rollers sit in the survey and the league's own court team in the league, so that
 * judging one's own body shows; the archive sits in the office, so that a copy to oneself does.
 */
export const units: readonly Unit[] = [
  unit('office', '会所', { roles: ['office'], posts: ['chief', 'clerk'] }),
  unit('archive', '档案室', { roles: ['archive'], posts: ['clerk'], within: 'office' }),
  unit('committee', '理事会', { roles: ['committee'], posts: ['chair'] }),
  unit('keepers', '场地部', { roles: ['keepers', 'department'], posts: ['head', 'hand'] }),
  unit('treasury', '财务部', { roles: ['treasury', 'department'], posts: ['treasurer', 'head', 'hand'] }),
  unit('survey', '验场组', { roles: ['survey'], posts: ['surveyor', 'chief'] }),
  unit('greens', '草坪队', { roles: ['team'], posts: team }),
  unit('nets', '球网队', { roles: ['team'], posts: team }),
  unit('lights', '灯光队', { roles: ['team'], posts: team }),
  unit('rollers', '压场队', { roles: ['team'], posts: team, within: 'survey' }),
  unit('league-team', '联盟场地队', { roles: ['team'], posts: team, within: 'league' }),
  unit('league', '网球联盟', { roles: ['league'], posts: ['chair'], external: true }),
  unit('federation', '网球总会', { roles: ['federation'], posts: ['chair'], external: true }),
  unit('press', '球讯社', { roles: ['press'], posts: ['clerk'], external: true }),
];
