import { Type } from 'typebox';
import { Words } from './named.ts';

/** 撤回: one's own last act taken back, until the next person has opened the dossier. Which act that is, the log says. */
export const WithdrawAct = Type.Object({ type: Type.Literal('WithdrawAct'), reason: Words(500) });
