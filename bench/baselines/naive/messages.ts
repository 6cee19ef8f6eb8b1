/** What travels from stage to stage: one record. */
export interface Message<Data> {
  /** Names the message for good; a consumer handles an id once. */
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Data;
}

/** A line of the source file, by column name. */
export interface RowParsed {
  readonly values: Readonly<Record<string, string>>;
}

/** An organisation in the form of the directory. */
export interface MappedOrganisation {
  readonly sourceId: string;
  readonly kind: string;
  readonly name: string;
  readonly street: string | null;
  readonly houseNumber: number | null;
  readonly houseLetter: string | null;
  readonly postcode: string;
  readonly town: string;
  readonly municipalityCode: string;
  readonly municipality: string;
  readonly bagId: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly site: string | null;
  readonly places: number | null;
  /** ISO 8601. */
  readonly registeredOn: string;
  readonly holderName: string;
  readonly holderCocNumber: string | null;
  readonly visible: boolean;
}

export interface OrganisationMapped {
  readonly organisation: MappedOrganisation;
}

export interface OrganisationMatched extends OrganisationMapped {
  readonly duplicate: boolean;
}

export interface ImportRecordSaved {
  readonly sourceId: string;
  readonly result: 'toegevoegd' | 'gewijzigd' | 'ongewijzigd';
}
