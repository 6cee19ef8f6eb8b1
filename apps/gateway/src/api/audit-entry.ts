import { z } from 'zod';
import type { AuditActorKind } from '../audit/audit-log.js';
import type { KeptEntry } from '../audit/audit-reader.js';
import { named } from './schema-registry.js';
import { moment } from './values.js';

const kinds = { account: 'persoon', token: 'opdrachtregel', key: 'script', anonymous: 'onbekend', house: 'systeem' } as const satisfies Record<AuditActorKind, string>;
const outcomes = ['gelukt', 'geweigerd', 'mislukt', 'onbekend'] as const;

/** Free form: what is kept of an object depends on the operation. */
const kept = (description: string) => z.record(z.string(), z.unknown()).nullable().describe(description);

export const auditEntrySchema = named(
  'Auditregel',
  z
    .object({
      id: z.string().describe('Volgnummer van de regel.'),
      tijdstip: moment('Wanneer het gevraagd is.'),
      wie: z.string().nullable().describe('Account, token of sleutel; `null` als er niemand was aangemeld.'),
      soort: z.enum(Object.values(kinds)).describe('Wat voor iemand het vroeg.'),
      aangemeldAls: z.string().nullable().describe('Het account dat hiermee is aangemeld.'),
      ip: z.string().nullable().describe('IP-adres van wie het vroeg.'),
      correlatieId: z.string().describe('Waarmee de vraag in de logboeken van de diensten te vinden is.'),
      handeling: z.string().describe('Wat er gevraagd is: de `operationId` uit deze beschrijving.'),
      object: z.string().describe('Waarover het gaat: het pad onder `/v1`.'),
      gevraagd: kept('Wat er is meegegeven, zonder wachtwoorden, sleutels, adressen, telefoonnummers en e-mailadressen.'),
      status: z.int().nullable().describe('HTTP-status van het antwoord; `null` als niet bekend is hoe het afliep.'),
      uitkomst: z.enum(outcomes).describe('Hoe het afliep; `onbekend` als het niet is afgemaakt of nog bezig is.'),
      voor: kept('Wat er aan het object gewijzigd is, zoals het was.'),
      na: kept('Wat er aan het object gewijzigd is, zoals het geworden is.'),
    })
    .describe('Wie wat deed, en hoe dat afliep. Wordt zeven jaar bewaard en kan niet gewijzigd worden.'),
);
export type ApiAuditEntry = z.infer<typeof auditEntrySchema>;

/** @returns an entry of the audit log as the API tells it */
export function toAuditEntry(entry: KeptEntry): ApiAuditEntry {
  return {
    id: entry.id,
    tijdstip: entry.at,
    wie: entry.actor,
    soort: kinds[entry.actorKind],
    aangemeldAls: entry.signedIn,
    ip: entry.address,
    correlatieId: entry.correlationId,
    handeling: entry.operation,
    object: entry.object,
    gevraagd: entry.asked,
    status: entry.status,
    uitkomst: outcomeOf(entry.status),
    voor: entry.before,
    na: entry.after,
  };
}

function outcomeOf(status: number | null): (typeof outcomes)[number] {
  if (status === null) return 'onbekend';
  if (status < 400) return 'gelukt';
  return status < 500 ? 'geweigerd' : 'mislukt';
}
