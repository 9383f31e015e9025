/** A paper, a person in a part and an act recorded for a unit outside, plainly invented. */
export const document = { number: '施演〔2026〕1号', date: '2026-11-24' };
export const part = { unit: 'county-water', unitName: '', person: { name: '（演示）某人', id: 'x', post: 'handler' } };
export const recorded = { unitName: '（演示）市级单位', document };
