/** What may change of a problem’s row in the register: all but what it was registered as. */
export const problemColumns = [
  'number',
  'title',
  'search',
  'stage',
  'facts',
  'field',
  'township',
  'holder',
  'holder_name',
  'person',
  'edition',
  'edition_no',
  'step_zh',
  'step_en',
  'step_clause',
  'due',
  'due_at',
  'due_title',
  'paused',
  'provisional',
  'progress',
  'measures',
  'units',
  'registered_on',
  'handed_over_on',
  'listed_due',
  'listed_holder',
  'closed_on',
];
/** What may change of a dossier of the plan's own kinds: all but what it was opened as; its reading, where it is brought over. */
export const caseColumns = [
  'policy',
  'title',
  'search',
  'stage',
  'holder',
  'holder_name',
  'step_zh',
  'step_en',
  'step_clause',
  'due',
  'due_at',
  'due_title',
  'paused',
  'provisional',
  'facts',
  'cells',
  'facets',
  'units',
  'readers',
  'nil',
  'closed_on',
  'withdrawn',
  'merged',
];
/**
 * What may change of a task or copy while it stands; number and subject follow a correction of the dossier, and a later reading of
 * the plan may give the same round of a step to others.
 */
export const taskColumns = [
  'number',
  'subject',
  'unit',
  'post',
  'external',
  'part',
  'do_kind',
  'title_zh',
  'title_en',
  'clause',
  'opened_on',
  'due',
  'due_at',
  'paused',
  'provisional',
  'urged_on',
  'starts_on',
  'readers',
];
/** What may change of a clock’s row while it runs. */
export const clockColumns = [
  'title_zh',
  'title_en',
  'clause',
  'start_on',
  'term',
  'due',
  'due_at',
  'extensions',
  'pauses',
  'provisional',
  'calendar',
  'lapsed_on',
  'floor',
];
/** What may change of a copy’s row. */
export const copyColumns = ['number', 'subject', 'state', 'readers'];
/** What may change of a return: never what is owed and by whom. */
export const returnColumns = [
  'title',
  'unit_name',
  'due',
  'filed_on',
  'confirmed',
  'nil',
  'returned',
  'withdrawn',
  'merged_into',
  'sheet',
  'readers',
];
/** What may change of a question’s row, by a ruling or its end. */
export const questionColumns = [
  'number',
  'subject',
  'policy',
  'scope',
  'used',
  'choice',
  'ruled_on',
  'ended_on',
  'ruling',
  'readers',
];
/** What may change of the row of an edition of the list. */
export const editionColumns = ['no', 'title', 'stage', 'size', 'digest', 'formed_on', 'consented_on'];
