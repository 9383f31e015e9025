import { Type } from 'typebox';
import { named } from './named.ts';

/** What stands between the person and the verb; `code` and its details as in core/src/access/obstacle.ts. */
export const Obstacle = named('Obstacle', Type.Object({ code: Type.String() }, { additionalProperties: true }));
