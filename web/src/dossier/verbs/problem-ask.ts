import type { Schema } from '../../api/client.ts';

export type ProblemAsk = Schema<'ProblemAsk'>;
export type ProblemAskOf<T extends ProblemAsk['type']> = Extract<ProblemAsk, { type: T }>;
