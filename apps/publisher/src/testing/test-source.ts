import {
  ConversionFailed,
  DuplicateFound,
  DuplicatesChanged,
  EventsSetAside,
  NoDuplicateFound,
  ProductMapped,
  RecordReevaluated,
  RowRejected,
  RowVanished,
  RunFetched,
  SourceReevaluated,
  type DataOf,
  type Duplicate,
  type Envelope,
  type EventDefinition,
  type FileCounts,
  type Issue,
  type MappedProduct,
  type OrganisationContent,
  type ProductContent,
} from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';

let sources = 0;

/** A source that no other test has, so that tests can share a service. */
export class TestSource {
  readonly sourceId = `bron-${(sources += 1)}`;

  private matchVersion = 0;

  constructor(readonly importId = 'duo') {}

  nextMatchVersion(): number {
    return (this.matchVersion += 1);
  }

  /** An editor changed something: the record has these duplicates now. */
  duplicatesChanged(recordId: string, duplicates: Duplicate[], matchVersion = this.nextMatchVersion()): Envelope {
    const data = { importId: this.importId, sourceId: this.sourceId, recordId, duplicates, matchVersion, cause: 'DIRECTORY' as const };
    return envelope(DuplicatesChanged, data, { subject: recordId });
  }

  run(number: number, id = uuidv7()): TestRun {
    return new TestRun(this, number, id);
  }
}

/** What a record may say beside its content. */
export interface RecordOptions {
  readonly organisation?: Partial<OrganisationContent>;
  readonly makeVisible?: boolean;
  readonly issues?: Issue[];
  /** What the same row says of its offer. */
  readonly products?: MappedProduct[];
  /** State of its duplicates; every outcome of a test is a newer one, unless told. */
  readonly matchVersion?: number;
}

/** The events of one run, as the services before the publisher would send them. */
export class TestRun {
  constructor(
    private readonly source: TestSource,
    readonly number: number,
    readonly id: string,
  ) {}

  clean(recordId: string, options: RecordOptions = {}): Envelope {
    return this.event(NoDuplicateFound, { ...this.mapped(recordId, options), matchVersion: options.matchVersion ?? this.source.nextMatchVersion() }, recordId);
  }

  duplicate(recordId: string, duplicates: Duplicate[], options: RecordOptions = {}): Envelope {
    return this.event(DuplicateFound, { ...this.mapped(recordId, options), duplicates, matchVersion: options.matchVersion ?? this.source.nextMatchVersion() }, recordId);
  }

  failed(recordId: string, issues: Issue[] = [unusable]): Envelope {
    return this.event(ConversionFailed, { ...this.reference(recordId), issues }, recordId);
  }

  /** @param renumberedTo the bronID under which the same file seems to bring it */
  /** A row that is a product, of the organisation with that bronID. */
  product({ recordId, ...product }: MappedProduct, organisationRecordId?: string): Envelope {
    const { importId, sourceId } = this.source;
    const organisation = organisationRecordId === undefined ? {} : { organisationRecordId };
    return this.event(ProductMapped, { importId, sourceId, ...organisation, product: { recordId, ...product } }, recordId);
  }

  vanished(recordId: string, renumberedTo?: string): Envelope {
    return this.event(RowVanished, { ...this.reference(recordId), ...(renumberedTo !== undefined && { renumberedTo }) }, recordId);
  }

  rejected(line: number, recordId?: string): Envelope {
    const { importId, sourceId } = this.source;
    const problem = { code: 'columnCount', field: '', value: '1 | 2', message: `Regel ${line}: 2 velden in plaats van 30.` };
    return this.event(RowRejected, { importId, sourceId, line, ...problem, ...(recordId && { recordId }) }, recordId);
  }

  /** The run found other duplicates of a record that it did not bring. */
  reevaluated(recordId: string, duplicates: Duplicate[], matchVersion = this.source.nextMatchVersion()): Envelope {
    return this.event(RecordReevaluated, { ...this.reference(recordId), duplicates, matchVersion }, recordId);
  }

  /** Every record of the source has been compared; so many had other duplicates. */
  compared(changed = 0): Envelope {
    const { importId, sourceId } = this.source;
    return this.event(SourceReevaluated, { importId, sourceId, changed }, sourceId);
  }

  /** Everything has been sent. `read` is what adds up; `sent` all that must arrive, unless told. */
  fetched(counts: Partial<FileCounts>, sent?: number): Envelope {
    const { importId, sourceId } = this.source;
    const { added = 0, changed = 0, unchanged = 0, vanished = 0, rejected = 0 } = counts;
    const all = { read: added + changed + unchanged + rejected, added, changed, unchanged, vanished, rejected };
    const data = { importId, sourceId, runNumber: this.number, startedAt: '2026-08-04T06:00:00.000Z', counts: all };
    return this.event(RunFetched, { ...data, sent: sent ?? added + changed + vanished + rejected }, sourceId);
  }

  /** The run is over for those before the publisher: all is sent, and all is compared. */
  ended(counts: Partial<FileCounts>, sent?: number): Envelope[] {
    return [this.fetched(counts, sent), this.compared()];
  }

  /** A service put events of this run among its dead letters; it knows of the run only its id. */
  setAside(eventType: string, count: number): Envelope {
    const event = this.event(EventsSetAside, { service: 'mapper', eventType, count });
    delete event.runsequence;
    return event;
  }

  private mapped(recordId: string, { organisation, makeVisible = true, issues = [], products }: RecordOptions) {
    const mapped = { ...this.reference(recordId), organisation: { ...school(recordId), ...organisation }, makeVisible, issues };
    return { ...mapped, ...(products && { products }) };
  }

  private reference(recordId: string) {
    return { importId: this.source.importId, sourceId: this.source.sourceId, recordId };
  }

  private event<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, subject?: string): Envelope {
    return envelope(definition, data, { runid: this.id, runsequence: this.number, correlationid: this.id, ...(subject !== undefined && { subject }) });
  }
}

/** An event as its producer would send it. */
export function envelope<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, more: Partial<Envelope>): Envelope {
  return {
    specversion: '1.0',
    id: uuidv7(),
    source: 'urn:nld:gids:test',
    type: definition.type,
    time: '2026-08-04T06:00:05.000Z',
    datacontenttype: 'application/json',
    correlationid: 'test',
    ...more,
    data,
  };
}

/** A school that passes every check. */
export function school(recordId: string): OrganisationContent {
  return {
    kind: 'PRIMARY_SCHOOL',
    name: `Basisschool ${recordId}`,
    visitAddress: { street: 'Proefstraat', houseNumber: 13, postcode: '9311AB', town: 'Nietap' },
    identifiers: [{ scheme: 'BRIN', value: '00ZA' }],
    attributes: { denomination: 'Openbaar' },
  };
}

/** An organisation whose row tells a product as well, with a bronID of its own (R68). */
export function withOffer(event: Envelope, name = 'Dagopvang'): Envelope {
  const products = [{ recordId: `${event.subject}/aanbod`, product: { kind: 'DAY_CARE_PLACES', name, capacity: 48, attributes: {} }, makeVisible: true, issues: [] }];
  return { ...event, data: { ...(event.data as object), products } };
}

/** A product that passes every check, with a bronID of its own. */
export function offer(recordId: string, { product, ...different }: Partial<Omit<MappedProduct, 'product'>> & { product?: Partial<ProductContent> } = {}): MappedProduct {
  const content: ProductContent = { kind: 'DAY_CARE_PLACES', name: `Dagopvang ${recordId}`, capacity: 16, attributes: {}, ...product };
  return { recordId, product: content, makeVisible: true, issues: [], ...different };
}

/** A managed organisation on the same address. */
export const sameAddress: Duplicate = {
  gidsId: 123,
  name: 'De Regenboog',
  town: 'Nietap',
  visible: true,
  matchedOn: ['ADDRESS'],
  class: 'POSSIBLE',
  score: 7,
  counts: true,
  reasons: ['Zelfde adres (9311AB 13)'],
};

export const unusable: Issue = {
  severity: 'error',
  code: 'unknownValue',
  field: 'SOORT',
  value: 'XYZ',
  message: 'Soort "XYZ" (kolom SOORT) is een onbekende waarde; laat die opnemen in de waardetabel van deze bron.',
};

export const leftOut: Issue = {
  severity: 'warning',
  code: 'unusableValue',
  field: 'TELEFOON',
  value: '12',
  message: 'Telefoonnummer "12" is geen geldig telefoonnummer en is weggelaten.',
};
