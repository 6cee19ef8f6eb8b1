import { z } from 'zod';
import { addressSchema, type Address } from './address.js';

/** Addresses of the importbeheerders by import; those under `*` manage every import. */
export type ManagersByImport = ReadonlyMap<string, readonly Address[]>;

/** Stands for every import. */
export const everyImport = '*';

const groupPattern = /^(?<importId>\*|[a-z][a-z0-9-]*)=(?<addresses>.+)$/;
const example = 'duo=jan@voorbeeld.nl,piet@voorbeeld.nl;lrk=els@voorbeeld.nl';

/** Reads `duo=jan@voorbeeld.nl,piet@voorbeeld.nl;*=els@voorbeeld.nl`; one wrong address refuses the whole. */
export const importManagersSchema = z.string().transform((text, context): ManagersByImport => {
  const managers = new Map<string, readonly Address[]>();
  for (const group of text.split(';').map((part) => part.trim())) {
    const result = readGroup(group, managers);
    if (typeof result === 'string') context.addIssue({ code: 'custom', message: result });
    else managers.set(result.importId, result.addresses);
  }
  return managers;
});

interface Group {
  readonly importId: string;
  readonly addresses: readonly Address[];
}

/** @returns the group, or the sentence that says what is wrong with it. */
function readGroup(text: string, earlier: ManagersByImport): Group | string {
  const { importId, addresses } = groupPattern.exec(text)?.groups ?? {};
  if (importId === undefined || addresses === undefined) return `${JSON.stringify(text)} is niet te lezen; schrijf bijvoorbeeld ${example}`;
  if (earlier.has(importId)) return `${importId} staat er twee keer; zet alle adressen achter een keer ${importId}=`;
  const read = addresses.split(',').map((address) => addressSchema.safeParse(address.trim()));
  const wrong = read.flatMap(({ error }) => error?.issues.map((issue) => issue.message) ?? []);
  return wrong.length > 0 ? wrong.join('; ') : { importId, addresses: read.flatMap(({ data }) => data ?? []) };
}
