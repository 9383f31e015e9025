import './duties.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api, intended, newIntent, type Schema } from '../api/client.ts';
import { Trouble, useComplain } from '../api/trouble.tsx';
import { Proposals } from '../doubles/proposals.tsx';
import { longDay } from '../i18n/day.ts';
import { SignatureLine } from '../lists/signature-line.tsx';
import { paths } from '../paths.ts';
import { Draw } from './draw.tsx';
import { Share } from './share.tsx';
import { FrozenState, StateOf } from './state.tsx';
import { WallTable } from './wall-table.tsx';

type Gathering = Schema<'Gathering'>;

/**
 * What a gathering gathers, for the page of its dossier: while it is open the wall as it stands, once it is frozen its members
 * under their digest, with what came after beside them.
 */
export function Gathering({ id }: { readonly id: string }) {
  const gathering = useQuery({
    queryKey: ['gatherings', id],
    queryFn: () => answered(api.GET('/api/gatherings/{id}', { params: { path: { id } } })),
  });
  if (gathering.isError) return <Trouble error={gathering.error} again={() => void gathering.refetch()} />;
  if (!gathering.data) return null;
  const { frozen, duty, period } = gathering.data;
  return (
    <div className="gathering">
      {frozen ? <Frozen frozen={frozen} of={{ duty, period }} /> : <Open duty={duty} period={period} />}
      <Proposals id={id} />
      {gathering.data.drawn !== null && <Draw duty={duty} period={period} />}
    </div>
  );
}

function Open({ duty, period }: Of) {
  const { t } = useTranslation();
  const wall = useQuery({
    queryKey: ['duties', duty, period],
    queryFn: () => answered(api.GET('/api/duties/{duty}/{period}', { params: { path: { duty, period } } })),
  });
  if (wall.isError) return <Trouble error={wall.error} again={() => void wall.refetch()} />;
  if (!wall.data) return null;
  return (
    <section className="sheet">
      <div className="row">
        <h2>{t('duties.members')}</h2>
        <Share duty={duty} period={wall.data.period} />
        <span className="grow" />
        <Link className="small" to={paths.wall} params={{ duty, period }}>
          {t('duties.seeWall')}
        </Link>
      </div>
      <p className="quiet small">{t('duties.membersNow')}</p>
      <WallTable wall={wall.data} states={[]} />
    </section>
  );
}

type Of = Pick<Gathering, 'duty' | 'period'>;

function Frozen({ frozen, of }: { readonly frozen: NonNullable<Gathering['frozen']>; readonly of: Of }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="sheet">
      <div className="row">
        <h2>{t('duties.members')}</h2>
        <span className="small">{t('duties.frozenOn', { day: longDay(frozen.on, i18n.language) })}</span>
        <span className="small">{t('duties.frozenSize', { count: frozen.members.length })}</span>
        <span className="grow" />
        <Button className="wide-only no-print" size="small" onClick={() => window.print()}>
          {t('duties.print')}
        </Button>
      </div>
      <dl className="facts small">
        <dt>{t('duties.digest')}</dt>
        <dd className="digest">{frozen.digest}</dd>
      </dl>
      <p className="quiet small">{t('duties.digestHow')}</p>
      <div className="wall-scroll">
        <table className="members-of">
          <thead>
            <tr>
              <th scope="col">{t('duties.number')}</th>
              <th scope="col">{t('duties.unit')}</th>
              <th scope="col">{t('duties.seeFrozen')}</th>
              <th scope="col">{t('duties.since')}</th>
            </tr>
          </thead>
          <tbody>
            {frozen.members.map((member) => (
              <Member key={member.dossier} of={of} member={member} />
            ))}
          </tbody>
        </table>
      </div>
      <SignatureLine />
    </section>
  );
}

type FrozenMember = NonNullable<Gathering['frozen']>['members'][number];

function Member({ member, of }: { readonly member: FrozenMember; readonly of: Of }) {
  const { t } = useTranslation();
  const { dossier, number, unitName, state, since, doubles, corrections } = member;
  return (
    <tr>
      <td className="nowrap">
        <Link to={paths.case} params={{ id: dossier }}>
          {number}
        </Link>
      </td>
      <td>
        {unitName}
        {doubles.map((double) => (
          <div key={double.dossier} className="small">
            <Link to={paths.case} params={{ id: double.dossier }}>
              {double.number}
            </Link>{' '}
            {double.unitName} {t(double.setApart ? 'duties.doubleApart' : 'duties.double')}
          </div>
        ))}
      </td>
      <td>
        <FrozenState state={state} />
      </td>
      <td className="small">
        <span className={since === 'same' ? 'quiet' : ''}>{t(`duties.since.${since}`)}</span>
        {corrections.map((each) => (
          <div key={each.dossier}>
            <Link to={paths.case} params={{ id: each.dossier }}>
              {t('duties.correction')} {each.number}
            </Link>{' '}
            <StateOf state={each.state} />
          </div>
        ))}
        {member.mayCorrect && <Correct dossier={dossier} of={of} />}
      </td>
    </tr>
  );
}

/** What is frozen is corrected by a return of its own, which opens at once. */
function Correct({ dossier, of }: { readonly dossier: string; readonly of: Of }) {
  const { t } = useTranslation();
  const complain = useComplain();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [key] = useState(newIntent);
  const open = async (): Promise<void> => {
    try {
      const params = { path: of, ...intended(key) };
      const call = api.POST('/api/duties/{duty}/{period}/corrections', { params, body: { corrects: dossier } });
      const { id } = await answered(call);
      await queries.invalidateQueries();
      await navigate({ to: paths.case, params: { id } });
    } catch (error) {
      complain(error);
    }
  };
  return (
    <Popconfirm title={t('duties.correctAsked')} onConfirm={() => void open()}>
      <button type="button" className="linklike no-print">
        {t('duties.correct')}
      </button>
    </Popconfirm>
  );
}
