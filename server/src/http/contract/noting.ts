import { Type } from 'typebox';
import { Words } from './named.ts';

/** Whoever coordinates has looked at a day that lies far from its entry; `task` is the line that asks for it. */
export const NoteDays = Type.Object({
  type: Type.Literal('NoteDays'),
  task: Words(200),
  text: Type.Optional(Words(500)),
});
