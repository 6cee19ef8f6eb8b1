import { ListImportRecords, type PayloadOf } from '@gids/contracts';
import { z } from 'zod';
import { findImport, importOrganisationId } from '../find-import.js';
import { actionChoice, recordLine, statusChoice, toRecordLine } from '../record-line.js';
import { defineSoapOperation } from '../soap-operation.js';
import { actionLabels, choice, codeOf, group, line, statusLabels, told, wholeNumber } from '../values.js';

const sortFields = { Importstatus: 'status', Publicatieactie: 'publicationAction', Organisatienaam: 'name', BronID: 'recordId' } as const;

const filter = group('Filter', {
  Importstatus: z.array(statusChoice).max(4).optional(),
  Publicatieactie: z.array(actionChoice).max(3).optional(),
  Organisatienaam: line(200, 'Deel van de naam; hoofdletters en accenten tellen niet.').nullish(),
});

const sorting = group('Sortering', {
  Veld: choice('Sorteerveld', ['Importstatus', 'Publicatieactie', 'Organisatienaam', 'BronID'], 'Waarop gesorteerd wordt.'),
  Richting: choice('Richting', ['Oplopend', 'Aflopend'], 'In welke richting; oplopend waar dit ontbreekt.').nullish(),
});

const input = z.object({
  ImportOrganisatieID: importOrganisationId,
  Filter: filter.nullish(),
  Sortering: sorting.nullish(),
  Pagina: wholeNumber('Welke pagina, vanaf 1.', 1_000_000).nullish(),
  Paginagrootte: wholeNumber('Hoeveel regels op een pagina; 100 waar dit ontbreekt, ten hoogste 500.', 500).nullish(),
});

const output = z.object({ Totaal: told.number('Hoeveel regels er in totaal zijn.'), Regel: z.array(recordLine) });

/** HaalImportsstatussen, sic (S2:108, R88): filters combine with AND. */
export const listStatuses = defineSoapOperation({
  name: 'HaalImportsstatussen',
  documentation: 'Geeft een pagina van de importstatussen van een import, gefilterd en gesorteerd op importstatus, publicatieactie en organisatienaam.',
  input,
  output,
  faults: ['GeenImportrecht', 'OnbekendeOrganisatie'],
  groups: ['importscript', 'importbeheerder'],
  reads: true,
  perform: async (given, call) => {
    const importId = await findImport(given.ImportOrganisatieID, call);
    const { items, total } = await call.ask(ListImportRecords, toFilter(importId, given));
    return { Totaal: total, Regel: items.map(toRecordLine) };
  },
});

function toFilter(importId: string, { Filter, Sortering, Pagina, Paginagrootte }: z.output<typeof input>): PayloadOf<typeof ListImportRecords> {
  const { Importstatus = [], Publicatieactie = [], Organisatienaam } = Filter ?? {};
  return {
    importId,
    ...(Importstatus.length > 0 && { statuses: Importstatus.map((label) => codeOf(statusLabels, label)) }),
    ...(Publicatieactie.length > 0 && { publicationActions: Publicatieactie.map((label) => codeOf(actionLabels, label)) }),
    ...(Organisatienaam != null && { name: Organisatienaam }),
    sort: Sortering ? [{ field: sortFields[Sortering.Veld], descending: Sortering.Richting === 'Aflopend' }] : [],
    page: Pagina ?? 1,
    pageSize: Paginagrootte ?? 100,
  };
}
