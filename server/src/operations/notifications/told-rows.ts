import type { SeatAt, Tiding } from '@bihuan/core/notification';
import type { Told } from '../../store/dossiers/dossiers.ts';

/** A tiding as rows of seats: each seat that is told, with each that is told instead. */
export function toldRows({ occasion, about, title, to, otherwise }: Tiding): readonly Told[] {
  return orNone(to).flatMap((seat) =>
    orNone(otherwise).map((stead) => ({
      id: `${occasion} ${about}`,
      occasion,
      title_zh: title.zh,
      title_en: title.en ?? null,
      unit: seat?.unit ?? null,
      post: seat?.post ?? null,
      stead_unit: stead?.unit ?? null,
      stead_post: stead?.post ?? null,
    })),
  );
}

const orNone = (seats: readonly SeatAt[]): readonly (SeatAt | null)[] => (seats.length === 0 ? [null] : seats);
