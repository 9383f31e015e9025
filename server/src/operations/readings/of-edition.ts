import { differences, readAnew, readingNo, sameEdition, type Pack } from '@bihuan/core/policy';
import type { Services } from '../../services.ts';
import { publishedEditions } from '../../store/policies.ts';

/** The readings of one edition that were published here, and what this one says otherwise than the one before it. */
export async function readingsOf({ db, region, law }: Services, edition: string) {
  const { policy } = law(edition);
  const current = law().policy.edition;
  const readings = (await publishedEditions(db, region))
    .map((row) => ({ ...row, policy: law(row.edition).policy }))
    .filter((row) => sameEdition(row.policy, policy))
    .toSorted((one, other) => readingNo(other.policy) - readingNo(one.policy));
  const before = readings.find((row) => readAnew(row.policy, policy))?.edition ?? null;
  const packOf = (named: string): Pack => {
    const { policy: said, units } = law(named);
    return { policy: said, units, examples: [] };
  };
  return {
    revision: policy.revision ?? null,
    readings: readings.map((row) => ({
      edition: row.edition,
      no: readingNo(row.policy),
      publishedOn: row.published_on,
      current: row.edition === current,
    })),
    before,
    differences: before === null ? [] : differences(packOf(before), packOf(edition)),
  };
}
