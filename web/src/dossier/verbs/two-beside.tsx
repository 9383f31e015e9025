import './two-beside.css';
import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLabels } from '../../api/plan.ts';
import { Trouble } from '../../api/trouble.tsx';
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
  const heads = [t('field.thisOne', dossier.row), t('field.otherOne', other.data.row)] as const;
  return (
    <table className="two-beside">
      <caption className="unseen">{t('field.beside')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">{t('doubles.compared')}</span>
          </th>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ name, says }, at) => {
          const both = [says, theirs[at]?.says ?? ''] as const;
          return both.some(Boolean) && <Line key={name} name={name} heads={heads} says={both} />;
        })}
        <tr className="photos">
          <th scope="row">{t('field.photos')}</th>
          <Photos of={dossier} head={heads[0]} />
          <Photos of={other.data} head={heads[1]} />
        </tr>
      </tbody>
    </table>
  );
}

type Compared = {
  readonly name: string;
  readonly heads: readonly [string, string];
  readonly says: readonly [string, string];
};

/** A field of both; where they say something else, a sign and a word say so. */
function Line({ name, heads, says }: Compared) {
  const { t } = useTranslation();
  const differs = says[0].trim() !== says[1].trim();
  return (
    <tr className={differs ? 'differs' : undefined}>
      <th scope="row">
        {name} {differs && <span className="mark">{t('doubles.differs')}</span>}
      </th>
      <td data-head={heads[0]}>{says[0] || '—'}</td>
      <td data-head={heads[1]}>{says[1] || '—'}</td>
    </tr>
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
        .filter((held) => !isPicture(held))
        .map((held) => held.name)
        .join('\n'),
    },
  ];
}

type Held = Dossier['evidence'][number];
const isPicture = ({ mediaType }: Held): boolean => mediaType.startsWith('image/') && mediaType !== 'image/heic';

function Photos({ of, head }: { readonly of: Dossier; readonly head: string }) {
  const photos = of.evidence.filter(isPicture);
  return (
    <td data-head={head}>
      {photos.length === 0
        ? '—'
        : photos.map(({ id, file, name }) => (
            <a key={id} href={`/api/files/${file}`} target="_blank" rel="noreferrer" title={name}>
              <img src={`/api/files/${file}`} alt={name} loading="lazy" />
            </a>
          ))}
    </td>
  );
}
