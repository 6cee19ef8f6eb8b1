import { ShowDuplicatePolicy, ShowImportRecord, ShowOrganisation, ShowProduct, type PayloadOf, type ReplyOf, type RequestDefinition } from '@gids/contracts';
import type { Clock } from '@gids/service-host';
import type { z } from 'zod';
import type { AccountAdministration } from '../accounts/account-administration.js';
import { accountSchema, toAccount } from '../api/account.js';
import { toApiKey } from '../api/api-key.js';
import { directoryOrganisationSchema, toDirectoryOrganisation } from '../api/directory-organisation.js';
import { toDuplicatePolicy } from '../api/duplicate-policy.js';
import { importRecordDetailSchema, toImportRecordDetail } from '../api/import-record.js';
import { toImportRight } from '../api/import-right.js';
import type { ApiLinks } from '../api/links.js';
import { productSchema, toProduct } from '../api/product.js';
import type { ApiKeys } from '../api-keys/api-keys.js';
import type { ImportRights } from '../rights/import-rights.js';

/** Where objects are read. */
export interface SubjectSources {
  /** Asks a service in the name of whoever asked. */
  readonly ask: <Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>) => Promise<ReplyOf<Definition>>;
  readonly accounts: AccountAdministration;
  readonly importRights: ImportRights;
  readonly apiKeys: ApiKeys;
  readonly links: ApiLinks;
  readonly clock: Clock;
}

/** How the object of a write is read. */
export interface Subject {
  /** An operation that answers in this form answers with the object itself. */
  readonly schema?: z.ZodType;
  /** @returns undefined, or throws, where there is no such object */
  readonly read: (params: Readonly<Record<string, unknown>>, sources: SubjectSources) => Promise<unknown>;
}

const record: Subject = {
  schema: importRecordDetailSchema,
  read: async ({ id }, { ask, links }) => toImportRecordDetail(await ask(ShowImportRecord, { id: Number(id) }), links),
};
const organisation: Subject = {
  schema: directoryOrganisationSchema,
  read: async ({ gidsId }, { ask, links }) => toDirectoryOrganisation(await ask(ShowOrganisation, { gidsId: Number(gidsId) }), links),
};
const product: Subject = {
  schema: productSchema,
  read: async ({ gidsId }, { ask, links }) => toProduct(await ask(ShowProduct, { gidsId: Number(gidsId) }), links),
};
const duplicatePolicy: Subject = {
  read: async ({ importId }, { ask, links }) => toDuplicatePolicy(String(importId), await ask(ShowDuplicatePolicy, { importId: String(importId) }), links),
};
const account: Subject = {
  schema: accountSchema,
  read: async ({ naam }, { accounts, links }) => toAccount(await accounts.show(String(naam)), links),
};
const importRight: Subject = {
  read: async ({ account: name, import: importId }, { importRights, links }) => {
    const { items } = await importRights.list({ account: String(name), importId: String(importId) }, 1, 0);
    return items[0] && toImportRight(items[0], links);
  },
};
const apiKey: Subject = {
  read: async ({ id }, { apiKeys, links, clock }) => {
    const key = await apiKeys.read(String(id));
    return key && toApiKey(key, clock(), links);
  },
};

/**
 * The object of each write of which the audit log keeps what changed, by operation id. Not of `schermAf`: what a person
 * asked to be erased may not live on in the log.
 */
export const subjects: Readonly<Record<string, Subject>> = {
  beoordeelKandidaat: record,
  draagBeheerOver: record,
  koppelOrganisatieimport: record,
  neemProductenOver: record,
  ontkoppelOrganisatieimport: record,
  wijzigOrganisatieimport: record,
  bevestigGidsOrganisatie: organisation,
  verwijderGidsOrganisatie: organisation,
  wijzigContract: organisation,
  wijzigGidsOrganisatie: organisation,
  wijzigZichtbaarheid: organisation,
  verwijderProduct: product,
  wijzigProduct: product,
  wijzigDubbelbeleid: duplicatePolicy,
  wijzigAccount: account,
  trekImportrechtIn: importRight,
  trekSleutelIn: apiKey,
};
