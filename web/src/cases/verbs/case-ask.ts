import type { Schema } from '../../api/client.ts';

export type CaseAsk = Schema<'CaseAsk'>;
export type CaseAskOf<T extends CaseAsk['type']> = Extract<CaseAsk, { type: T }>;
