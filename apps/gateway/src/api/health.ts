import { z } from 'zod';
import { serviceSchema } from './queue.js';
import { named } from './schema-registry.js';

export const healthSchema = named(
  'Gezondheid',
  z
    .object({
      status: z.enum(['goed', 'verstoord']).describe('`goed` waar alle diensten antwoorden.'),
      diensten: z
        .array(z.object({ dienst: serviceSchema, bereikbaar: z.boolean(), terzijde: z.int().nonnegative() }))
        .optional()
        .describe('Alleen voor wie is aangemeld.'),
    })
    .describe('Hoe het systeem ervoor staat.'),
);
export type Health = z.infer<typeof healthSchema>;
