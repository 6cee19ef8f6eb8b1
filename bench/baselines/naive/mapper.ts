import { Inbox, Outbox } from './entities.ts';
import type { MappedOrganisation, OrganisationMapped, RowParsed } from './messages.ts';
import { digitsOf, isoDate, siteOf, splitAddress, unwrapped } from './normalise.ts';
import type { Stage } from './stage.ts';

function mapped(values: Readonly<Record<string, string>>): MappedOrganisation {
  const value = (column: string) => values[column] ?? '';
  return {
    sourceId: value('lrk_id'),
    kind: value('type_oko'),
    name: value('actuele_naam_oko').trim(),
    ...splitAddress(value('opvanglocatie_adres')),
    postcode: value('opvanglocatie_postcode').replaceAll(' ', '').toUpperCase(),
    town: value('opvanglocatie_woonplaats').trim(),
    municipalityCode: value('cbs_code'),
    municipality: value('verantwoordelijke_gemeente'),
    bagId: value('bag_id'),
    phone: digitsOf(unwrapped(value('contact_telefoon'))),
    email: unwrapped(value('contact_emailadres'))?.toLowerCase() ?? null,
    site: siteOf(unwrapped(value('contact_website'))),
    places: value('aantal_kindplaatsen') ? Number(value('aantal_kindplaatsen')) : null,
    registeredOn: isoDate(value('inschrijfdatum')),
    holderName: value('naam_houder').trim(),
    holderCocNumber: value('kvk_nummer_houder') || null,
    visible: value('type_oko') !== 'VGO' && value('status') === 'Ingeschreven',
  };
}

/** Makes an organisation of a line; keeps nothing but its inbox and outbox. */
export const mapper: Stage = {
  name: 'mapper',
  entities: [Inbox, Outbox],
  consumes: {
    type: 'RowParsed',
    handle: async (_em, { values }: RowParsed): Promise<OrganisationMapped> => ({ organisation: mapped(values) }),
  },
  emits: { type: 'OrganisationMapped', to: 'deduplicator' },
};
