import { z } from 'zod';

/** Weeks until an organisation must be checked again; INFINITE for what an import brings, and only for that (R94). */
export const controlTermSchema = z.union([z.int().positive().max(520), z.literal('INFINITE')]);
export type ControlTerm = z.infer<typeof controlTermSchema>;

/** Weeks of a new contract (G10). */
export const defaultControlTerm = 26;

/** The contract under which an organisation stands: its place in the hierarchy and the agreements (G9, G10). */
export const contractSchema = z.object({
  /** The bovenliggende organisatie; absent for a root. */
  parentGidsId: z.int().positive().optional(),
  accountManager: z.string().min(1).max(200),
  controlTerm: controlTermSchema,
  /** Editors get a message when imported products of a provider change (R95). */
  notifyEditorsOnImportedProductChanges: z.boolean(),
});
export type Contract = z.infer<typeof contractSchema>;

/** What a person may agree; the import alone may set INFINITE. */
export const agreedContractSchema = z.strictObject({
  parentGidsId: z.int().positive().optional(),
  /** Mandatory; that it is missing is told together with all else that is wrong. */
  accountManager: z.string().trim().max(200),
  controlTerm: controlTermSchema.default(defaultControlTerm),
  notifyEditorsOnImportedProductChanges: z.boolean().default(false),
});
export type AgreedContract = z.infer<typeof agreedContractSchema>;

export const contractExample: AgreedContract = {
  parentGidsId: 100009,
  accountManager: 'm.devries',
  controlTerm: 26,
  notifyEditorsOnImportedProductChanges: false,
};
