import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../api/plan.ts';
import { Trouble } from '../../api/trouble.tsx';
import { BesideTable, isPhoto } from '../../doubles/beside-table.tsx';
import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import { dossierQuery, type Dossier } from '../dossier.ts';

/** This problem and the one that was chosen, field by field beside each other, so that whoever says they are one has looked at both. */
export function TwoBeside({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation();
  const chosen = Form.useWatch<string | undefined>('dossier', Form.useFormInstance());
  const other = useQuery({ ...dossierQuery(chosen ?? ''), enabled: Boolean(chosen), refetchInterval: false });
  const linesOf = useLines();
  if (other.isError) return <Trouble error={other.error} />;
  if (!chosen || !other.data) return null;
  const [own, theirs] = [linesOf(dossier), linesOf(other.data)];
  const names = [t('field.thisOne', dossier.row), t('field.otherOne', other.data.row)] as const;
  return (
    <BesideTable
      names={names}
      lines={own.map(({ name, says }, at) => ({ name, says: [says, theirs[at]?.says ?? ''] }))}
      photos={[dossier.evidence.filter(isPhoto), other.data.evidence.filter(isPhoto)]}
    />
  );
}

/** What two problems are compared by, in the words of the register. */
function useLines(): (dossier: Dossier) => readonly { readonly name: string; readonly says: string }[] {
  const { t } = useTranslation();
  const text = useText();
  const { facts, field, factHeads } = useLabels();
  return ({ row, basics, sources, measures, evidence }) => [
    { name: t('register.title'), says: row.title },
    { name: t('dossier.description'), says: basics.description },
    { name: t('dossier.place'), says: [row.townshipName, basics.place].filter(Boolean).join(' ') },
    { name: t('register.field'), says: field(row.field) },
    { name: listed(factHeads, t), says: listed(facts(row.facts), t) },
    {
      name: t('dossier.sources'),
      says: sources.map(({ list, number, date }) => [list, number, date].filter(Boolean).join(' · ')).join('\n'),
    },
    { name: t('register.holder'), says: [row.holderName, row.person].filter(Boolean).join(' ') },
    { name: t('register.stage'), says: text(row.stageTitle) },
    { name: t('register.due'), says: row.light.due ?? '' },
    { name: t('dossier.target'), says: basics.target },
    { name: t('field.measures'), says: measures.map((measure, at) => `${at + 1}. ${measure.text}`).join('\n') },
    {
      name: t('dossier.evidence'),
      says: evidence
        .filter((held) => !isPhoto(held))
        .map((held) => held.name)
        .join('\n'),
    },
  ];
}
