import {
  CopyOrganisation,
  CreateOrganisation,
  CreateProduct,
  OrganisationRemoved,
  OrganisationSaved,
  RequestRefused,
  type AgreedContract,
  type DataOf,
  type DirectoryOrganisation,
  type OrganisationContent,
  type PayloadOf,
  type Problem,
  type ProductContent,
  type ProductView,
} from '@gids/contracts';
import type { PublisherUnderTest } from './publisher-under-test.js';

/** What an account manager enters beside a name. */
export interface EntryOptions {
  readonly organisation?: Partial<OrganisationContent>;
  readonly visible?: boolean;
  readonly contract?: Partial<AgreedContract>;
}

/** Somebody who manages organisations by hand, as the gateway would pass on what he does. */
export class TestEditor {
  readonly name = 'm.devries';

  constructor(private readonly publisher: PublisherUnderTest) {}

  enter(name: string, { organisation, visible = true, contract }: EntryOptions = {}): Promise<DirectoryOrganisation> {
    const content = { ...library(name), ...organisation };
    return this.publisher.ask(CreateOrganisation, { organisation: content, visible, contract: { ...agreed, ...contract }, by: this.name });
  }

  offer(ownerGidsId: number, product: Partial<ProductContent> = {}, visible = true): Promise<ProductView> {
    return this.publisher.ask(CreateProduct, { ownerGidsId, product: { ...course, ...product }, visible, by: this.name });
  }

  copy(gidsId: number, options: Partial<PayloadOf<typeof CopyOrganisation>>): Promise<DirectoryOrganisation> {
    return this.publisher.ask(CopyOrganisation, { gidsId, accountManager: 'a.bakker', withProducts: false, by: this.name, ...options });
  }

  /** What the other services heard of one organisation, oldest first. */
  async told(gidsId: number): Promise<DataOf<typeof OrganisationSaved>[]> {
    await this.publisher.idle();
    return (await this.publisher.told(OrganisationSaved)).map(({ data }) => data).filter((data) => data.gidsId === gidsId);
  }

  async toldRemoved(gidsId: number): Promise<DataOf<typeof OrganisationRemoved>[]> {
    await this.publisher.idle();
    return (await this.publisher.told(OrganisationRemoved)).map(({ data }) => data).filter((data) => data.gidsId === gidsId);
  }

  /** Everything that people could have changed, to show that they did not. */
  async everything(): Promise<unknown> {
    await this.publisher.idle();
    return {
      organisations: await this.publisher.rows('SELECT * FROM organisation ORDER BY gids_id'),
      contracts: await this.publisher.rows('SELECT * FROM contract ORDER BY gids_id'),
      products: await this.publisher.rows('SELECT * FROM product ORDER BY gids_id'),
      records: await this.publisher.rows('SELECT * FROM import_record ORDER BY id'),
      told: [...(await this.publisher.told(OrganisationSaved)), ...(await this.publisher.told(OrganisationRemoved))],
    };
  }
}

export const agreed: AgreedContract = { accountManager: 'm.devries', controlTerm: 26, notifyEditorsOnImportedProductChanges: false };

/** A library that passes every check. */
export function library(name: string): OrganisationContent {
  return {
    kind: 'LIBRARY',
    name,
    visitAddress: { street: 'Marktplein', houseNumber: 1, postcode: '7811AA', town: 'Emmen' },
    phone: '0591123456',
    email: 'info@bibliotheek.example.nl',
    website: 'https://www.bibliotheek.example.nl',
    identifiers: [],
    attributes: {},
  };
}

/** An address that lacks what is mandatory. */
export const withoutNumber = { visitAddress: { street: 'Marktplein', town: 'Emmen' } } satisfies Partial<OrganisationContent>;

export const course: ProductContent = { kind: 'COURSE', name: 'Digitaal spreekuur', attributes: {} };

/** @returns why a request was refused. @throws where it was not */
export async function refusal(request: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await request.then(
    () => new Error('The request was not refused'),
    (error: unknown) => error,
  );
  if (outcome instanceof RequestRefused) return outcome.problem;
  throw outcome;
}
