import { z } from 'zod';
import { recordReferenceShape } from './mapped-record.js';
import { duplicateVerdicts } from './vocabulary/duplicate-verdict.js';
import { matchClasses } from './vocabulary/match-class.js';

/** What two organisations agree in: the two literal rules of the seed (S2:62), contact data, or proof that they are one (DEDUPE K0). */
export const matchGrounds = ['NAME', 'ADDRESS', 'CONTACT', 'IDENTITY'] as const;

/** An organisation of the directory that an imported one may be the same as. */
export const duplicateSchema = z.object({
  gidsId: z.int().positive(),
  name: z.string(),
  town: z.string().optional(),
  /** Only visible ones hide the imported organisation (A3). */
  visible: z.boolean(),
  matchedOn: z.array(z.enum(matchGrounds)).min(1),
  class: z.enum(matchClasses),
  /** Sum of the weights of what was compared, in bits (DEDUPE 5.4). */
  score: z.number(),
  /** Whether it is a duplicate under the import's policy and people's verdicts. */
  counts: z.boolean(),
  verdict: z.enum(duplicateVerdicts).optional(),
  /** Dutch sentences for the status explanation (R22). */
  reasons: z.array(z.string()).min(1),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** The duplicates of one record as they are now; the highest `matchVersion` of a record holds, in whatever order they arrive. */
export const recordDuplicatesShape = {
  ...recordReferenceShape,
  matchVersion: z.int().positive(),
  duplicates: z.array(duplicateSchema),
};

export const duplicateExample: Duplicate = {
  gidsId: 102938,
  name: "OBS 't Eenspan",
  town: 'Emmen',
  visible: true,
  matchedOn: ['ADDRESS'],
  class: 'PROBABLE',
  score: 14.5,
  counts: true,
  reasons: ['Zelfde adres (7822HG 58)'],
};
