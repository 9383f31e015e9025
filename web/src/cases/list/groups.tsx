import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Kind } from '../../kinds/kind.ts';
import type { Schema } from '../../api/client.ts';
import { useText } from '../../i18n/text.ts';
import { without, type Asked } from '../../lists/address.ts';
import { paths } from '../../paths.ts';
import { useStages } from './stages.ts';

type Counted = { readonly kind: Kind; readonly asked: Asked; readonly counts: Schema<'CasePage'>['groups'] };
type Group = { readonly id: string; readonly name: string };

/** How many there are of each group that the plan gives the list, its stages as a rule; each is the way to them. */
export function GroupLinks({ kind, asked, counts }: Counted) {
  const { t } = useTranslation();
  const { part, title, groups } = useGroups(kind);
  const rest = without(asked, 'after', part);
  const counted = groups.map((group) => ({ ...group, count: counts.find(({ id }) => id === group.id)?.count ?? 0 }));
  return (
    <nav className="stage-links no-print" aria-label={title}>
      <GroupLink kind={kind.id} search={rest} at={!asked[part]} name={t('cases.everyStage')} />
      {counted
        .filter(({ id, count }) => count > 0 || asked[part] === id)
        .map(({ id, name, count }) => (
          <GroupLink
            key={id}
            kind={kind.id}
            search={{ ...rest, [part]: id }}
            at={asked[part] === id}
            name={name}
            count={count}
          />
        ))}
    </nav>
  );
}

/** What the list goes by: the part of the address that narrows it to a group, and the groups with their names. */
function useGroups({ list, sheet, stages }: Kind): {
  readonly part: string;
  readonly title: string;
  readonly groups: readonly Group[];
} {
  const { t } = useTranslation();
  const text = useText();
  const stagesOf = useStages();
  const field = sheet.find(({ id }) => id === list.group);
  if (!field)
    return {
      part: 'stage',
      title: t('cases.byStage'),
      groups: stagesOf({ stages }),
    };
  const yesNo = ['yes', 'no'].map((id) => ({ id, name: t(`sheet.yesNo.${id === 'yes'}`) }));
  const values = (field.values ?? []).map(({ id, label }) => ({ id, name: text(label) }));
  return { part: `f.${field.id}`, title: text(field.label), groups: field.type === 'yes-no' ? yesNo : values };
}

type OneLink = {
  readonly kind: string;
  readonly search: Asked;
  readonly at: boolean;
  readonly name: string;
  readonly count?: number;
};

function GroupLink({ kind, search, at, name, count }: OneLink) {
  const given = Object.fromEntries(
    Object.entries(search).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return (
    <Link
      to={paths.kind}
      params={{ kind }}
      search={given}
      className={at ? 'at' : ''}
      aria-current={at ? 'true' : undefined}
    >
      {name}
      {count !== undefined && <b className="figure">{count}</b>}
    </Link>
  );
}
