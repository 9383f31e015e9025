import { DocumentField, paperOf, type Paper } from '../document-field.tsx';
import { WordsOnly } from '../fields.tsx';
import type { SharedAskOf } from '../shared-ask.ts';
import { verbForm, type Matter } from '../verb.ts';

/** 催办: a word to whoever has the step. */
export const urge = verbForm<{ readonly text: string }, SharedAskOf<'Urge'>>({
  Fields: () => <WordsOnly name="text" />,
  first: () => ({}),
  ask: ({ text }, { offer }) => ({ type: 'Urge', task: offer.target ?? '', text }),
});

/** 核对日期: the day of a paper was looked at; words are for whoever reads it later. */
export const noteDays = verbForm<{ readonly text?: string }, SharedAskOf<'NoteDays'>>({
  Fields: () => <WordsOnly name="text" optional />,
  first: () => ({}),
  ask: ({ text = '' }, { offer }) => ({ type: 'NoteDays', task: offer.target ?? '', ...(text ? { text } : {}) }),
});

/** 登记抄送寄出: by which paper the copy went to a unit outside. */
export const recordCopySent = verbForm<{ readonly document: Paper }, SharedAskOf<'RecordCopySent'>>({
  Fields: CopyFields,
  first: () => ({}),
  ask: ({ document }, { offer }) => ({
    type: 'RecordCopySent',
    copy: offer.target ?? '',
    document: paperOf(document) ?? { number: '', date: '' },
  }),
});

function CopyFields() {
  return <DocumentField name={['document']} required />;
}

/** 已阅抄送件: nothing to fill in. */
export const acknowledgeCopy = verbForm<object, SharedAskOf<'AcknowledgeCopy'>>({
  Fields: ({ offer }: Matter) => <p>{offer.unitName}</p>,
  first: () => ({}),
  ask: (_values, { offer }) => ({ type: 'AcknowledgeCopy', copy: offer.target ?? '' }),
});
