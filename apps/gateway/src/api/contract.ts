import { defaultControlTerm, type AgreedContract, type Contract } from '@gids/contracts';
import { z } from 'zod';
import { named } from './schema-registry.js';
import { gidsIdInBody, trimmedText } from './values.js';

/** What INFINITE is called: only an import may set it, as the publisher sees to (R94). */
const unlimited = 'onbeperkt';

const controlTermSchema = named(
  'Controletermijn',
  z
    .union([z.int().min(1).max(520), z.literal(unlimited)])
    .meta({ description: 'Weken tot de volgende controle; `onbeperkt` bij wat een import brengt, en alleen daar.', examples: [26] }),
);

const tick = 'Of redacteuren een bericht krijgen als producten van een aanbieder in de import wijzigen.';

export const contractSchema = named(
  'Contract',
  z.object({
    bovenliggendeOrganisatieId: z.int().positive().nullable().describe('G!DS-ID van de bovenliggende organisatie.'),
    accountmanager: z.string(),
    controletermijn: controlTermSchema,
    berichtBijWijzigingImportproducten: z.boolean().describe(tick),
  }),
);
export type ApiContract = z.infer<typeof contractSchema>;

export const contractInputSchema = named(
  'ContractInvoer',
  z.strictObject({
    bovenliggendeOrganisatieId: gidsIdInBody('G!DS-ID van de bovenliggende organisatie.').nullish(),
    accountmanager: trimmedText(200),
    controletermijn: controlTermSchema.default(defaultControlTerm),
    berichtBijWijzigingImportproducten: z.boolean().default(false).describe(tick),
  }),
);

/** @returns a contract as the API tells it */
export function toContract(contract: Contract): ApiContract {
  return {
    bovenliggendeOrganisatieId: contract.parentGidsId ?? null,
    accountmanager: contract.accountManager,
    controletermijn: contract.controlTerm === 'INFINITE' ? unlimited : contract.controlTerm,
    berichtBijWijzigingImportproducten: contract.notifyEditorsOnImportedProductChanges,
  };
}

/** @returns what people agreed, as the publisher takes it */
export function toAgreedContract(input: z.infer<typeof contractInputSchema>): AgreedContract {
  return {
    parentGidsId: input.bovenliggendeOrganisatieId ?? undefined,
    accountManager: input.accountmanager,
    controlTerm: input.controletermijn === unlimited ? 'INFINITE' : input.controletermijn,
    notifyEditorsOnImportedProductChanges: input.berichtBijWijzigingImportproducten,
  };
}
