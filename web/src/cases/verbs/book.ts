import { answered, api, intended } from '../../api/client.ts';
import { doublesForms } from '../../doubles/forms.tsx';
import { sharedForms } from '../../verbs/forms/index.ts';
import type { Book } from '../../verbs/verb.ts';
import type { Case } from '../dossier/case.ts';
import type { CaseAsk } from './case-ask.ts';
import { erasePersonal } from './erase.tsx';
import { CaseEvidence } from './evidence.tsx';
import { likelyCases } from './likely.ts';
import { link } from './link.tsx';
import { doAct, fillSheet } from './sheet.tsx';
import { fileNil, freezeGathering, withdraw } from './short.tsx';
import { TwoCasesBeside } from './two-beside.tsx';

/** The verbs of a dossier of any kind that the plan describes. */
export const caseBook: Book<Case, CaseAsk> = {
  forms: {
    ...sharedForms,
    FillSheet: fillSheet,
    DoAct: doAct,
    FileNil: fileNil,
    FreezeGathering: freezeGathering,
    Withdraw: withdraw,
    ErasePersonal: erasePersonal,
    Link: link,
    ...doublesForms<Case>(likelyCases, TwoCasesBeside),
  },
  Evidence: CaseEvidence,
  post: (id, intent, body) =>
    answered(api.POST('/api/cases/{id}/commands', { params: { path: { id }, ...intended(intent) }, body })),
};
