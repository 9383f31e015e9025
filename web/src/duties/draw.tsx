import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';
import { DossierLink } from '../dossier/dossier-link.tsx';

/** How a share was drawn, with everything that anybody needs to draw again. */
export function Draw({ duty, period }: { readonly duty: string; readonly period: string }) {
  const { t } = useTranslation();
  const draw = useQuery({
    queryKey: ['duties', duty, period, 'draw'],
    queryFn: () => answered(api.GET('/api/duties/{duty}/{period}/draw', { params: { path: { duty, period } } })),
  });
  if (draw.isError) return <Trouble error={draw.error} />;
  if (!draw.data) return null;
  const { named, ...repeated } = draw.data;
  const { frame, drawn, seed, share, atLeast } = repeated;
  const others = frame.filter((id) => !drawn.includes(id));
  return (
    <section className="sheet no-print">
      <h2>{t('duties.draw')}</h2>
      <p className="small">{t('duties.drawShare', { of: frame.length, share, atLeast, count: drawn.length })}</p>
      <Counted title={t('duties.drawn', { count: drawn.length })} ids={drawn} named={named} open />
      <Counted title={t('duties.notDrawn', { count: others.length })} ids={others} named={named} />
      <dl className="facts small">
        <dt>{t('duties.drawSeed')}</dt>
        <dd className="digest">{seed}</dd>
      </dl>
      <details className="small">
        <summary>{t('duties.drawSee')}</summary>
        <p>{t('duties.drawHow', { count: drawn.length })}</p>
        <Button size="small" href={asFile(repeated)} download={`${duty}-${period}.json`}>
          {t('duties.drawFile')}
        </Button>
      </details>
    </section>
  );
}

type Draws = Schema<'DutyDraw'>;
type Counting = {
  readonly title: string;
  readonly ids: readonly string[];
  readonly named: Draws['named'];
  readonly open?: boolean;
};

/** A number of the draw, which opens to what it counts; how many are not among them, because they are too many or not this person's to read, is said. */
function Counted({ title, ids, named, open = false }: Counting) {
  const { t } = useTranslation();
  const rows = named.filter(({ dossier }) => ids.includes(dossier));
  return (
    <details className="small" open={open}>
      <summary>{title}</summary>
      <ul className="drawn">
        {rows.map((row) => (
          <li key={row.dossier}>
            <DossierLink link={row} />
          </li>
        ))}
        {rows.length < ids.length && (
          <li className="quiet">{t('duties.drawRest', { count: ids.length - rows.length })}</li>
        )}
      </ul>
    </details>
  );
}

/** The draw as a file of its own: whoever doubts it takes it to another machine. */
const asFile = (draw: Omit<Draws, 'named'>): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(draw, null, 1))}`;
