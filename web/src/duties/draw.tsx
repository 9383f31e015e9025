import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schema } from '../api/client.ts';
import { Trouble } from '../api/trouble.tsx';

/** How a share was drawn, with everything that anybody needs to draw again. */
export function Draw({ duty, period }: { readonly duty: string; readonly period: string }) {
  const { t } = useTranslation();
  const draw = useQuery({
    queryKey: ['duties', duty, period, 'draw'],
    queryFn: () => answered(api.GET('/api/duties/{duty}/{period}/draw', { params: { path: { duty, period } } })),
  });
  if (draw.isError) return <Trouble error={draw.error} />;
  if (!draw.data) return null;
  const { frame, drawn, seed, share, atLeast } = draw.data;
  return (
    <section className="sheet no-print">
      <h2>{t('duties.draw')}</h2>
      <p className="small">{t('duties.drawShare', { of: frame.length, share, atLeast, count: drawn.length })}</p>
      <dl className="facts small">
        <dt>{t('duties.drawSeed')}</dt>
        <dd className="digest">{seed}</dd>
      </dl>
      <details className="small">
        <summary>{t('duties.drawSee')}</summary>
        <p>{t('duties.drawHow', { count: drawn.length })}</p>
        <Button size="small" href={asFile(draw.data)} download={`${duty}-${period}.json`}>
          {t('duties.drawFile')}
        </Button>
      </details>
    </section>
  );
}

/** The draw as a file of its own: whoever doubts it takes it to another machine. */
const asFile = (draw: Schema<'DutyDraw'>): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(draw, null, 1))}`;
