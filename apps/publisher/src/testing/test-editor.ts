import {
  CopyOrganisation,
  CreateOrganisation,
  CreateProduct,
  OrganisationPeopleChanged,
  OrganisationRemoved,
  OrganisationSaved,
  RequestRefused,
  ShowOrganisation,
  type Actor,
  type AgreedContract,
  type DataOf,
  type DirectoryOrganisation,
  type OrganisationContent,
  type PayloadOf,
  type Problem,
  type ProductContent,
  type ProductView,
  type ReplyOf,
  type RequestDefinition,
} from '@gids/contracts';
import { personChanged } from './test-people.js';
import type { PublisherUnderTest } from './publisher-under-test.js';

/** What an account manager enters beside a name. */
export interface EntryOptions {
  readonly organisation?: Partial<OrganisationContent>;
  readonly visible?: boolean;
  readonly contract?: Partial<AgreedContract>;
}

/** People whom a contract can name: they are account managers of every root that is entered. */
const accountManagers = ['m.devries', 'a.bakker', 'j.jansen'];

/** An administrator who manages organisations by hand, without any importrecht, as the gateway would pass on what he does. */
export class TestEditor {
  readonly name = 'm.devries';
  readonly actor: Actor = { name: this.name, kind: 'PERSON', systemAdministrator: true, importRights: [] };

  private constructor(private readonly publisher: PublisherUnderTest) {}

  /** Once the publisher knows the people. */
  static async known(publisher: PublisherUnderTest): Promise<TestEditor> {
    const editor = new TestEditor(publisher);
    await publisher.handle(...accountManagers.map((account) => personChanged({ account, systemAdministrator: account === editor.name })));
    return editor;
  }

  async enter(name: string, { organisation, visible = true, contract }: EntryOptions = {}): Promise<DirectoryOrganisation> {
    const content = { ...library(name), ...organisation };
    const entered = await this.ask(CreateOrganisation, { organisation: content, visible, contract: { ...agreed, ...contract }, by: this.name });
    if (entered.contract?.parentGidsId === undefined) await this.appoint(entered.gidsId);
    return entered;
  }

  offer(ownerGidsId: number, product: Partial<ProductContent> = {}, visible = true): Promise<ProductView> {
    return this.ask(CreateProduct, { ownerGidsId, product: { ...course, ...product }, visible, by: this.name });
  }

  copy(gidsId: number, options: Partial<PayloadOf<typeof CopyOrganisation>>): Promise<DirectoryOrganisation> {
    return this.ask(CopyOrganisation, { gidsId, accountManager: 'a.bakker', withProducts: false, by: this.name, ...options });
  }

  show(gidsId: number): Promise<DirectoryOrganisation> {
    return this.ask(ShowOrganisation, { gidsId });
  }

  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>): Promise<ReplyOf<Definition>> {
    return this.publisher.ask(definition, payload, this.actor);
  }

  /** What the other services heard of one organisation, oldest first. */
  async told(gidsId: number): Promise<DataOf<typeof OrganisationSaved>[]> {
    await this.publisher.idle();
    return (await this.publisher.told(OrganisationSaved)).map(({ data }) => data).filter((data) => data.gidsId === gidsId);
  }

  /** Who the other services heard manage it, oldest first. */
  async toldPeople(gidsId: number): Promise<DataOf<typeof OrganisationPeopleChanged>[]> {
    await this.publisher.idle();
    return (await this.publisher.told(OrganisationPeopleChanged)).map(({ data }) => data).filter((data) => data.gidsId === gidsId);
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
      roles: await this.publisher.rows('SELECT * FROM organisation_role ORDER BY gids_id, account, role'),
      told: [
        ...(await this.publisher.told(OrganisationSaved)),
        ...(await this.publisher.told(OrganisationRemoved)),
        ...(await this.publisher.told(OrganisationPeopleChanged)),
      ],
    };
  }

  private async appoint(gidsId: number): Promise<void> {
    await this.publisher.rows("INSERT INTO organisation_role SELECT $1, unnest($2::text[]), 'ACCOUNT_MANAGER', $3, now()", [gidsId, accountManagers, this.name]);
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
