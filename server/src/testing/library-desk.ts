import type { Door } from '../http/door/server.ts';
import { libraryLaw } from './library.ts';
import type { Visitor } from './office.ts';
import { staffedOffice } from './staff.ts';

/** What the page of a dossier says that stories ask for. */
export type Shown = {
  readonly row: { readonly number: string; readonly stage: string; readonly title: string };
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly links: readonly { readonly how: string; readonly dossier: string; readonly kind: string }[];
  readonly tasks: readonly { readonly id: string }[];
  readonly copies: readonly { readonly id: string }[];
  readonly offers: readonly { readonly type: string; readonly seen: { readonly digest: string } | null }[];
};

/** The invented library with somebody in every seat, and the ways in which stories there ask. */
export async function libraryDesk(door: Door = {}) {
  const office = await staffedOffice(libraryLaw(), door);
  const [clerk, deskHead, officeHead, binder, chair] = await Promise.all([
    office.at('desk', 'clerk'),
    office.at('desk', 'head'),
    office.at('office', 'head'),
    office.at('bindery', 'clerk'),
    office.at('board', 'chair'),
  ]);
  const open = async (by: Visitor, kind: string, values: object, more: object = {}): Promise<string> => {
    const answer = await by.post('/cases', { kind, values, ...more });
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json<{ id: string }>().id;
  };
  const read = async (by: Visitor, id: string) => (await by.get(`/cases/${id}`)).json<Shown>();
  const ask = async (by: Visitor, id: string, wish: object) => {
    const { version } = await read(by, id);
    return by.post(`/cases/${id}/commands`, { version, ask: wish });
  };
  /** Takes the one open step, as its page offers it. */
  const take = async (by: Visitor, id: string, more: object = {}) => {
    const { tasks, offers } = await read(by, id);
    const seen = offers.find(({ type }) => type === 'TakeStep')?.seen?.digest;
    return ask(by, id, { type: 'TakeStep', task: tasks[0]!.id, ...(seen ? { seen } : {}), ...more });
  };
  /** A suggestion that came in by the box. */
  const suggest = (what: string, more: object = {}) => open(clerk, 'suggestion', { what, ...more }, { from: 'box' });
  return { ...office, clerk, deskHead, officeHead, binder, chair, open, read, ask, take, suggest };
}
