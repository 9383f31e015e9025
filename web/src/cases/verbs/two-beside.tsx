import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../../api/trouble.tsx';
import { BesideTable, isPhoto } from '../../doubles/beside-table.tsx';
import { useText } from '../../i18n/text.ts';
import { takesWords, wordsOfCell } from '../../sheet/cell-words.ts';
import { useCellWords } from '../../sheet/use-cell-words.ts';
import { caseQuery, type Case } from '../dossier/case.ts';

/** This dossier and the one that was chosen, field by field beside each other, so that whoever says they are one has looked at both. */
export function TwoCasesBeside({ dossier }: { readonly dossier: Case }) {
  const { t } = useTranslation();
  const text = useText();
  const say = useCellWords();
  const chosen = Form.useWatch<string | undefined>('dossier', Form.useFormInstance());
  const other = useQuery({ ...caseQuery(chosen ?? ''), enabled: Boolean(chosen), refetchInterval: false });
  if (other.isError) return <Trouble error={other.error} />;
  if (!chosen || !other.data) return null;
  const two = [dossier, other.data] as const;
  const line = (name: string, of: (one: Case) => string) => ({ name, says: [of(two[0]), of(two[1])] as const });
  // what is kept of people apart is compared with nothing
  const fields = dossier.kind.sheet.filter((field) => !field.personal && takesWords(field));
  const lines = [
    line(t('doubles.holder'), ({ row }) => row.holderName ?? ''),
    line(t('doubles.openedOn'), ({ row }) => row.openedOn),
    ...fields.map((field) => line(text(field.label), ({ values }) => wordsOfCell(field, values[field.id], say))),
    line(t('cases.column.stage'), ({ row }) => text(row.stageTitle)),
    line(t('cases.column.due'), ({ row }) => row.light.due ?? ''),
  ];
  const names = [t('field.thisOne', dossier.row), t('field.otherOne', other.data.row)] as const;
  const photos = [dossier.evidence.filter(isPhoto), other.data.evidence.filter(isPhoto)] as const;
  return <BesideTable names={names} lines={lines} photos={photos} />;
}
