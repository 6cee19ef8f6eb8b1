import type { MessagePreference } from '@gids/contracts';
import { z } from 'zod';
import { knownImportSchema } from './import-right.js';
import { linkSchema } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, codeOf, termSchema, termTables } from './terms.js';

const preferenceSchema = named(
  'Meldingsvoorkeur',
  z
    .strictObject({
      import: knownImportSchema,
      importverslag: termSchema(termTables.runReport, 'Wanneer u als importbeheerder het verslag van een run per e-mail krijgt.'),
      gekoppeldeWijzigingen: z.boolean().describe('E-mail als een gekoppelde organisatie bij de bron wijzigt.'),
      productwijzigingen: z.boolean().describe('E-mail als geïmporteerde producten wijzigen, waar het contract daarom vraagt.'),
      gemeldeProblemen: z.boolean().describe('E-mail als iemand een probleem meldt.'),
      wekelijkseHerinnering: z.boolean().describe('E-mail op maandagochtend met wat er nog te beoordelen is.'),
    })
    .describe('Wat u over een import per e-mail krijgt. De meldingen zelf krijgt u altijd.'),
);
export type ApiMessagePreference = z.infer<typeof preferenceSchema>;

export const preferencesSchema = named('Meldingsvoorkeuren', z.object({ voorkeuren: z.array(preferenceSchema), _links: z.object({ self: linkSchema }) }));
export type ApiMessagePreferences = z.infer<typeof preferencesSchema>;

export const preferencesChangeSchema = named(
  'MeldingsvoorkeurenWijzigen',
  z.strictObject({
    voorkeuren: z
      .array(preferenceSchema)
      .min(1)
      .max(100)
      .refine((chosen) => new Set(chosen.map((one) => one.import)).size === chosen.length, { error: 'Noem elke import hoogstens één keer.' })
      .describe('Imports die u niet noemt blijven zoals ze zijn.'),
  }),
);

/** @returns a preference as the API tells it */
export function toPreference(view: MessagePreference): ApiMessagePreference {
  return {
    import: view.importId,
    importverslag: apiValueOf(termTables.runReport, view.runReport),
    gekoppeldeWijzigingen: view.linkedChanges,
    productwijzigingen: view.productChanges,
    gemeldeProblemen: view.problemReports,
    wekelijkseHerinnering: view.weeklyReminder,
  };
}

/** @returns a preference as the notifier takes it */
export function fromPreference(chosen: ApiMessagePreference): MessagePreference {
  return {
    importId: chosen.import,
    runReport: codeOf(termTables.runReport, chosen.importverslag),
    linkedChanges: chosen.gekoppeldeWijzigingen,
    productChanges: chosen.productwijzigingen,
    problemReports: chosen.gemeldeProblemen,
    weeklyReminder: chosen.wekelijkseHerinnering,
  };
}
