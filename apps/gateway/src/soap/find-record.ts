import { ListImportRecords, RequestRefused, type ImportRecordView, type ReplyOf, type ShowImportRecord } from '@gids/contracts';
import type { SoapCall } from './soap-operation.js';
import { findImport, importOrganisationId } from './find-import.js';
import { line, wholeNumber } from './values.js';

/** Which record of which import: by G!DS-ID, or by bronID where it has none or the script knows no other. */
export const recordShape = {
  ImportOrganisatieID: importOrganisationId,
  GidsID: wholeNumber('G!DS-ID van wat geïmporteerd is; dit of het BronID.').nullish(),
  BronID: line(200, 'BronID van het record; dit of het GidsID.').nullish(),
};

/** What `recordShape` gives. */
export interface RecordClues {
  readonly ImportOrganisatieID: number;
  readonly GidsID?: number | null | undefined;
  readonly BronID?: string | null | undefined;
}

type Detail = ReplyOf<typeof ShowImportRecord>;

/**
 * Changes one record on the version that it has now: SOAP knows no versions. One that changes at that very moment is
 * looked at once more.
 * @throws RequestRefused where the record is not there or not the only one (404, 409), or the change itself is refused
 */
export async function changeRecord(clues: RecordClues, call: SoapCall, change: (record: ImportRecordView) => Promise<Detail>): Promise<Detail> {
  const importId = await findImport(clues.ImportOrganisatieID, call);
  const attempt = async () => change(await findRecord(importId, clues, call));
  return attempt().catch((error: unknown) => (isStale(error) ? attempt() : Promise.reject(error)));
}

function isStale(error: unknown): boolean {
  return error instanceof RequestRefused && error.problem.kind === 'stale';
}

async function findRecord(importId: string, { GidsID, BronID }: RecordClues, { ask }: SoapCall): Promise<ImportRecordView> {
  if (GidsID == null && BronID == null) throw nothingToFindBy();
  const filter = { importId, ...(GidsID != null && { gidsId: GidsID }), ...(BronID != null && { recordId: BronID }) };
  const { items } = await ask(ListImportRecords, { ...filter, sort: [], page: 1, pageSize: 2 });
  const [record, ...others] = items;
  const asked = [GidsID != null && `GidsID ${GidsID}`, BronID != null && `BronID ${BronID}`].filter(Boolean).join(' en ');
  if (!record) throw new RequestRefused({ kind: 'notFound', code: 'unknownRecord', message: `Deze import heeft geen record met ${asked}.` });
  if (others.length > 0) throw new RequestRefused({ kind: 'conflict', code: 'moreRecords', message: `Deze import heeft meer dan één record met ${asked}. Geef GidsID en BronID samen.` });
  return record;
}

function nothingToFindBy(): RequestRefused {
  const message = 'Geef het GidsID of het BronID van het record.';
  return new RequestRefused({ kind: 'invalid', code: 'invalidInput', message, errors: [{ field: 'gidsId', code: 'verplicht', message }] });
}
