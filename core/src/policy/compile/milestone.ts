import { misread, quoted, type Read } from './read.ts';
import { shaped } from './words.ts';
import type { Fault, Milestone, ProcedureId, StartEvent } from '../model.ts';

const name = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const milestoneForm = new RegExp(`^(?:(?:ended|returned)/)?${name}$`);
const ownForm = new RegExp(`^${name}$`);
const stepForm = new RegExp(`^step:(?:${name}/)?${name}$`);

/** A procedure by the pack's own word. A run that comes again is `acceptance#2`, which no pack writes. */
export const procedureId: Read<ProcedureId> = shaped(ownForm, 'acceptance');

/** A point that a dossier reaches: `opened`, `closed`, `ended/<procedure>`, or the pack's own word. */
export const milestone: Read<Milestone> = (raw, at) => {
  if (typeof raw === 'string' && milestoneForm.test(raw)) return raw;
  return misread(at, quoted(raw), {
    zh: `“${quoted(raw)}”不是节点；可以写 opened、closed、ended/<程序>、returned/<程序>，或方案自定的词，如 verified`,
    en: `"${quoted(raw)}" is no milestone: write opened, closed, ended/<procedure>, returned/<procedure>, or a word of the pack such as verified`,
  });
};

/** A milestone that the pack lets something reach: its own word. What opening and ending reach, they reach by themselves. */
export const reached: Read<Milestone> = (raw, at) => {
  if (typeof raw === 'string' && raw !== 'opened' && ownForm.test(raw)) return raw;
  return misread(at, quoted(raw), {
    zh: `不能写到达“${quoted(raw)}”：opened、ended/…、returned/… 由系统自行到达，这里写方案自定的词，如 verified，或 closed`,
    en: `"${quoted(raw)}" cannot be reached by a word: opened, ended/… and returned/… come about by themselves; write a word of the pack such as verified, or closed`,
  });
};

/** What starts a clock, in an author's words; `kind` of fault where it has not even the form of it. */
export const startEvent =
  (kind: Fault['kind']): Read<StartEvent> =>
  (raw, at) => {
    if (typeof raw === 'string' && (stepForm.test(raw) || milestoneForm.test(raw))) return raw;
    const may = ['new-year', 'opening', 'opened', 'step:<id>', 'step:<procedure>/<id>', 'ended/<procedure>'];
    return misread(
      at,
      quoted(raw),
      {
        zh: `期限不能从“${quoted(raw)}”起算；可以写：${may.join('、')} 或方案自定的节点`,
        en: `no limit can start from "${quoted(raw)}"; it may be ${may.join(', ')} or a milestone of the pack`,
      },
      kind,
    );
  };
