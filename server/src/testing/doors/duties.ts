import type { Door, Ground } from './door.ts';

/** Doors of duties: what is owed and filed, urging, rounds by order, gatherings. */
export const dutyDoors = ({ coordinator, gathering: { id, duty, period, member } }: Ground): Record<string, Door> => {
  const path = { duty, period };
  return {
    listDuties: { by: coordinator, answered: 200 },
    readWall: { by: coordinator, answered: 200, path },
    // nothing is drawn where a duty covers everything
    readDraw: { by: coordinator, answered: 404, path },
    exportWall: { by: coordinator, answered: 200, path, query: { state: 'open' } },
    readGathering: { by: coordinator, answered: 200, path: { id } },
    urgeMissing: {
      by: coordinator,
      answered: 200,
      path,
      bodies: { UrgeMissing: () => ({ text: '（演示）请按期报送' }) },
    },
    // it falls due by itself
    orderRound: {
      by: coordinator,
      answered: 422,
      path: { duty },
      bodies: { OrderRound: () => ({ first: '2027-04-01', last: '2027-04-30', text: '（演示）补报' }) },
    },
    // it is not frozen
    openCorrection: { by: coordinator, answered: 422, path, bodies: { OpenCorrection: () => ({ corrects: member }) } },
  };
};
