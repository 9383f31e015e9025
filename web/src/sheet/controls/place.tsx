import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../choice/select.tsx';
import { useText } from '../../i18n/text.ts';
import { useUnits } from '../../units/short-names.ts';
import type { Control, PlaceValue } from '../field.ts';
import { placeIn } from '../narrow.ts';

type Changed = {
  readonly words?: string;
  readonly township?: string | undefined;
  readonly point?: PlaceValue['point'] | undefined;
};

/** A place in words, in which township; a point only where somebody wants to give one: nobody is asked where they are. */
export function PlaceControl({ field, value, onChange, id, narrow }: Control) {
  const { t } = useTranslation();
  const text = useText();
  const place: PlaceValue = placeIn(value) ?? { words: '' };
  const [exact, setExact] = useState(place.point !== undefined);
  const townships = useUnits().filter(
    ({ level, external }) => (level === 'township' || level === 'village') && !external,
  );
  const put = (changed: Changed): void => {
    const { words, township, point } = { ...place, ...changed };
    const empty = words === '' && !township && !point;
    onChange?.(empty ? undefined : { words, ...(township ? { township } : {}), ...(point ? { point } : {}) });
  };
  return (
    <div className={narrow ? 'stacked' : 'place'}>
      <Input
        id={id}
        maxLength={200}
        className={field.personal ? 'covered' : ''}
        placeholder={t('sheet.place.words')}
        value={place.words}
        onChange={(event) => put({ words: event.target.value })}
      />
      <Select
        allowClear
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('sheet.place.township')}
        aria-label={`${text(field.label)} ${t('sheet.place.township')}`}
        value={place.township ?? null}
        onChange={(township: string | null) => put({ township: township ?? undefined })}
        options={townships.map((unit) => ({ value: unit.id, label: unit.name }))}
      />
      {!narrow && !exact && (
        <Button type="link" size="small" onClick={() => setExact(true)}>
          {t('sheet.place.exact')}
        </Button>
      )}
      {!narrow && exact && <Point point={place.point} put={(point) => put({ point })} />}
    </div>
  );
}

type Given = {
  readonly point: PlaceValue['point'];
  readonly put: (point: readonly [number, number] | undefined) => void;
};

/** Degrees, longitude first, as maps and telephones show them. Half a point is none yet. */
function Point({ point, put }: Given) {
  const { t } = useTranslation();
  const [longitude, setLongitude] = useState(point?.[0] ?? null);
  const [latitude, setLatitude] = useState(point?.[1] ?? null);
  const both = (east: number | null, north: number | null): void =>
    put(east !== null && north !== null ? [east, north] : undefined);
  return (
    <div className="pair">
      <InputNumber
        style={{ width: '100%' }}
        min={-180}
        max={180}
        precision={6}
        placeholder={t('sheet.place.longitude')}
        aria-label={t('sheet.place.longitude')}
        value={longitude}
        onChange={(east) => {
          setLongitude(east);
          both(east, latitude);
        }}
      />
      <InputNumber
        style={{ width: '100%' }}
        min={-90}
        max={90}
        precision={6}
        placeholder={t('sheet.place.latitude')}
        aria-label={t('sheet.place.latitude')}
        value={latitude}
        onChange={(north) => {
          setLatitude(north);
          both(longitude, north);
        }}
      />
    </div>
  );
}
