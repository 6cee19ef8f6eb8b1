import {
  ConversionFailed,
  DuplicateFound,
  EventsSetAside,
  NoDuplicateFound,
  RowRejected,
  RowVanished,
  RunFetched,
  type DataOf,
  type Duplicate,
  type Envelope,
  type EventDefinition,
  type FileCounts,
  type Issue,
  type OrganisationContent,
} from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';

let sources = 0;

/** A source that no other test has, so that tests can share a service. */
export class TestSource {
  readonly sourceId = `bron-${(sources += 1)}`;

  constructor(readonly importId = 'duo') {}

  run(number: number, id = uuidv7()): TestRun {
    return new TestRun(this, number, id);
  }
}

/** What a record may say beside its content. */
export interface RecordOptions {
  readonly organisation?: Partial<OrganisationContent>;
  readonly makeVisible?: boolean;
  readonly issues?: Issue[];
}

/** The events of one run, as the services before the publisher would send them. */
export class TestRun {
  constructor(
    private readonly source: TestSource,
    readonly number: number,
    readonly id: string,
  ) {}

  clean(recordId: string, options: RecordOptions = {}): Envelope {
    return this.event(NoDuplicateFound, this.mapped(recordId, options), recordId);
  }

  duplicate(recordId: string, duplicates: Duplicate[], options: RecordOptions = {}): Envelope {
    return this.event(DuplicateFound, { ...this.mapped(recordId, options), duplicates }, recordId);
  }

  failed(recordId: string, issues: Issue[] = [unusable]): Envelope {
    return this.event(ConversionFailed, { ...this.reference(recordId), issues }, recordId);
  }

  vanished(recordId: string): Envelope {
    return this.event(RowVanished, this.reference(recordId), recordId);
  }

  rejected(line: number, recordId?: string): Envelope {
    const { importId, sourceId } = this.source;
    const problem = { code: 'columnCount', field: '', value: '1 | 2', message: `Regel ${line}: 2 velden in plaats van 30.` };
    return this.event(RowRejected, { importId, sourceId, line, ...problem, ...(recordId && { recordId }) }, recordId);
  }

  /** Everything has been sent. `read` is what adds up; `sent` all that must arrive, unless told. */
  fetched(counts: Partial<FileCounts>, sent?: number): Envelope {
    const { importId, sourceId } = this.source;
    const { added = 0, changed = 0, unchanged = 0, vanished = 0, rejected = 0 } = counts;
    const all = { read: added + changed + unchanged + rejected, added, changed, unchanged, vanished, rejected };
    const data = { importId, sourceId, runNumber: this.number, startedAt: '2026-08-04T06:00:00.000Z', counts: all };
    return this.event(RunFetched, { ...data, sent: sent ?? added + changed + vanished + rejected }, sourceId);
  }

  /** A service put events of this run among its dead letters; it knows of the run only its id. */
  setAside(eventType: string, count: number): Envelope {
    const event = this.event(EventsSetAside, { service: 'mapper', eventType, count });
    delete event.runsequence;
    return event;
  }

  private mapped(recordId: string, { organisation, makeVisible = true, issues = [] }: RecordOptions) {
    return { ...this.reference(recordId), organisation: { ...school(recordId), ...organisation }, makeVisible, issues };
  }

  private reference(recordId: string) {
    return { importId: this.source.importId, sourceId: this.source.sourceId, recordId };
  }

  private event<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>, subject?: string): Envelope {
    return {
      specversion: '1.0',
      id: uuidv7(),
      source: 'urn:nld:gids:test',
      type: definition.type,
      time: '2026-08-04T06:00:05.000Z',
      datacontenttype: 'application/json',
      runid: this.id,
      runsequence: this.number,
      correlationid: this.id,
      ...(subject !== undefined && { subject }),
      data,
    };
  }
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

/** A managed organisation on the same address. */
export const sameAddress: Duplicate = {
  gidsId: 123,
  name: 'De Regenboog',
  town: 'Nietap',
  visible: true,
  matchedOn: ['ADDRESS'],
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
