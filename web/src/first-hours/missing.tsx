import { FirstSteps, useFirstHours } from './steps.tsx';

/** On the coordinator's desk: what the installation still lacks, as long as it does. */
export function Missing() {
  const hours = useFirstHours();
  return hours.data ? <FirstSteps hours={hours.data} /> : null;
}
