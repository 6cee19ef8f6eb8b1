import type { ControlTerm } from '@gids/contracts';

/** Weeks after the control date in which somebody may still check before the public no longer sees it (G16). */
export const graceWeeks = 26;

const weekMs = 7 * 24 * 60 * 60 * 1_000;

/** When an organisation was last checked, and how long that holds. */
export interface Control {
  readonly controlTerm: ControlTerm;
  /** Absent where nobody ever checks it. */
  readonly checkedAt?: Date | undefined;
}

/** Whether nobody checked for so long that the public may not see it: the control date is passed by more than half a year (G16, R94). */
export function isNeglected({ controlTerm, checkedAt }: Control, now: Date): boolean {
  if (controlTerm === 'INFINITE' || !checkedAt) return false;
  return now.getTime() - checkedAt.getTime() > (controlTerm + graceWeeks) * weekMs;
}
