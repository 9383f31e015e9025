export { sameBody, unitName, unitsInRole } from '../policy/index.ts';
