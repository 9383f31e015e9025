import type { Plan } from '../api/plan.ts';
import type { SheetField } from '../sheet/field.ts';
import { factsIn, isRequired, type Facts } from '../sheet/required.ts';

type Role = Pick<Plan['caseRoles'][number], 'required'>;

const demand = ({ required }: Role) => ({ required: required as SheetField['required'] }); // conditions as the plan has them

/** Whether somebody must play the part at these facts. */
export const isNeeded = (role: Role, facts: Facts): boolean => isRequired(demand(role), facts);

/** Facts on which that depends; none where it is always so. */
export const factsOfPart = (role: Role): readonly string[] => factsIn(demand(role));
