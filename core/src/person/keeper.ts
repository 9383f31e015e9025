import type { Actor, Signer } from '../access/index.ts';

/** Who asks, and whether they keep this installation. An administrator's powers end where the plan begins. */
export type Keeper = { readonly actor: Actor; readonly administrator: boolean };

/** The machine's own hand: the first administrator, published editions, commands typed in its terminal. */
export const theInstallation: Keeper = {
  actor: {
    id: 'system:installation',
    name: '安装程序',
    postings: [{ unit: 'system', unitName: '系统', post: 'installation' }],
  },
  administrator: true,
};

/** The signature of a keeper: from the first post held, or as administrator of the system. */
export function keeperSigner({ actor }: Keeper): Signer {
  const posting = actor.postings[0] ?? { unit: 'system', unitName: '系统管理', post: 'administrator' };
  return { id: actor.id, name: actor.name, ...posting };
}
