import type { Source } from '../source.js';
import { userAgent } from '../user-agent.js';

/** What is the same for every file that DUO publishes: licence, rhythm (R3) and manners. */
export const duoPublication = {
  importId: 'duo',
  attribution: 'Bron: DUO',
  licence: 'CC-BY 4.0',
  userAgent,
  scheduleDays: 14,
  // Two thousand schools of six thousand are held, for a person to judge (R8); with fewer than a quarter nobody can.
  limits: { rowsRefusedBelow: 25 },
} as const satisfies Partial<Source>;

/** BRIN and two digits for the branch: `00AP01`. */
export const branchCodePattern = /^[0-9]{2}[A-Z]{2}[0-9]{2}$/;

/** BRIN, the code of an institution: `00AP`. */
export const institutionCodePattern = /^[0-9]{2}[A-Z]{2}$/;
