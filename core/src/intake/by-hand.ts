import type { Basics } from '../problem/index.ts';
import { describedBy } from './description.ts';
import { FIELDS } from './field.ts';

/** What a row of a list carries besides the problem's own particulars, written down by hand. */
export type Carried = {
  readonly measures?: string;
  readonly cooperating?: string;
  readonly supervising?: string;
};

/**
 * A registration by hand with what it carries where an import would have put it: measures below the description, so that a plan begins
 * with them, and further units among the remarks under their heads.
 */
export function withCarried(basics: Basics, { measures = '', cooperating = '', supervising = '' }: Carried): Basics {
  const units = [
    [FIELDS.cooperating.zh, cooperating],
    [FIELDS.supervising.zh, supervising],
  ].flatMap(([head, text = '']) => (text.trim() ? [`${head}：${text.trim()}`] : []));
  const work = measures.trim() || null;
  return {
    ...basics,
    description:
      work === null ? basics.description : describedBy({ problem: basics.description || basics.title, work }),
    remarks: [basics.remarks, ...units].filter((line) => line !== '').join('\n'),
  };
}
