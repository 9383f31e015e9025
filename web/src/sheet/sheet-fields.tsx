import './sheet.css';
import { Form } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Clause } from '../api/clause.tsx';
import { useText } from '../i18n/text.ts';
import { wrongIn, type Wrong } from './check.ts';
import { FieldControl } from './controls/index.tsx';
import type { SheetField, SheetValue, SheetValues } from './field.ts';
import { isBlank, isKeptApart } from './narrow.ts';
import { PrefilledStill } from './prefilled-mark.tsx';
import { factsWith, isRequired, type Facts } from './required.ts';
import { useCellWords } from './use-cell-words.ts';
import { isWide } from './width.ts';

type Sheet = {
  readonly fields: readonly SheetField[];
  readonly edition: string;
  /** The kind whose sheet it is. */
  readonly kind?: string;
  /** What is known of the dossier beside this form: it decides what must be filled in. */
  readonly facts: Facts;
  /** What stands in the sheet now. */
  readonly before?: SheetValues;
};

const NOTHING: SheetValues = {};

/** The fields of a sheet to fill in, inside a form that keeps them under `values`. */
export default function SheetFields({ fields, edition, kind, facts, before = NOTHING }: Sheet) {
  const needed = useNeeded(fields, facts);
  return (
    <div className="sheet-fields">
      {fields.map((field) => (
        <FieldItem
          key={field.id}
          field={field}
          edition={edition}
          {...(kind === undefined ? {} : { kind })}
          must={needed.includes(field.id)}
          before={before[field.id]}
        />
      ))}
    </div>
  );
}

/** Which fields must be filled in, at what the form says now. Drawn anew only when that changes, not with every letter. */
function useNeeded(fields: readonly SheetField[], facts: Facts): readonly string[] {
  const needed = (values: SheetValues): string =>
    fields
      .filter((field) => isRequired(field, factsWith(facts, values)))
      .map(({ id }) => id)
      .join(' ');
  // the form is the window's own; the sheet is the part of it under `values`
  const now: unknown = Form.useWatch((form: { values?: SheetValues }) => needed(form.values ?? NOTHING));
  return (typeof now === 'string' ? now : needed(NOTHING)).split(' ');
}

type Item = {
  readonly field: SheetField;
  readonly edition: string;
  readonly kind?: string;
  readonly must: boolean;
  readonly before: SheetValue | undefined;
};

function FieldItem({ field, edition, kind, must, before }: Item) {
  const { t } = useTranslation();
  const say = useCellWords();
  const keptApart = isKeptApart(before);
  const check = (value: SheetValue | undefined): Promise<void> => {
    const wrong = wrongIn(field, value, must && !keptApart, say);
    return wrong ? Promise.reject(new Error(wrongSaid(wrong, t))) : Promise.resolve();
  };
  // what the program counts is nobody's to write: no value of the form
  const written =
    field.type === 'figure'
      ? {}
      : {
          name: ['values', field.id],
          rules: [{ validator: (_rule: unknown, value: SheetValue | undefined) => check(value) }],
        };
  return (
    <Form.Item
      className={isWide(field) ? 'wide' : ''}
      required={must}
      label={<Label field={field} edition={edition} before={before} />}
      {...(field.help || keptApart ? { extra: <Below field={field} keptApart={keptApart} /> } : {})}
      {...written}
    >
      <FieldControl field={field} edition={edition} {...(kind === undefined ? {} : { kind })} />
    </Form.Item>
  );
}

/** What belongs in the field, in the plan's own words, where it is filled in; and that it holds something already. */
function Below({ field, keptApart }: { readonly field: SheetField; readonly keptApart: boolean }) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <span className="field-help tiny">
      {field.help && <span>{text(field.help)}</span>}
      {keptApart && <span>{t('sheet.keptApartHint')}</span>}
    </span>
  );
}

/** The sentence of what is wrong; in a table, where it is. */
const wrongSaid = ({ key, fill, inner }: Wrong, t: TFunction): string =>
  t(key, { ...fill, fault: inner ? wrongSaid(inner, t) : '' });

function Label({ field, edition, before }: Pick<Item, 'field' | 'edition' | 'before'>) {
  const { t } = useTranslation();
  const text = useText();
  return (
    <span className="row">
      {text(field.label)}
      {field.personal && (
        <span className="personal tiny" title={t('sheet.personalHint')}>
          {t('sheet.personal')}
        </span>
      )}
      {!isBlank(before) && <PrefilledStill field={field} before={before} />}
      {field.clause && <Clause id={field.clause} edition={edition} />}
    </span>
  );
}
