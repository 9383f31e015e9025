import { Checkbox } from 'antd';
import type { ComponentProps } from 'react';

/** Told by a field that must be filled in to what stands in it; a group of boxes may not say it of itself. */
const UNSAID = { 'aria-required': undefined };

/** Several of a few, each with a box of its own. That one is needed its label says, with the star. */
export function Checks(given: ComponentProps<typeof Checkbox.Group>) {
  return <Checkbox.Group {...given} {...UNSAID} />;
}
