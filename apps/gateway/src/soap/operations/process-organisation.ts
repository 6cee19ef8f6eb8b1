import { ProcessImportedOrganisation, type Duplicate, type ImportRecordDetail } from '@gids/contracts';
import { z } from 'zod';
import { findImport, importOrganisationId } from '../find-import.js';
import { actionChoice, statusChoice } from '../record-line.js';
import { defineSoapOperation, type SoapOperation } from '../soap-operation.js';
import { actionLabels, choice, free, group, line, runId, statusLabels, told, truth, wholeNumber } from '../values.js';

const kinds = { organisatie: 'ORGANISATION', product: 'PRODUCT' } as const;

const input = z.object({
  ImportOrganisatieID: importOrganisationId,
  BronID: line(200, 'BronID: de identificatie bij de bron.'),
  GidsID: wholeNumber('G!DS-ID van wat het script opsloeg; ontbreekt alleen als door een conversiefout niets kon worden opgeslagen.').nullish(),
  Conversiefout: truth('Of het script een veld niet kon omzetten.'),
  Statustoelichting: free(4_000, 'Wat het script daarvan zegt; ten hoogste 4.000 tekens.').nullish(),
  Zichtbaarmaken: truth('false houdt het record verborgen; true dwingt niets af, de publicatieactie beslist.'),
  RunID: runId('De run waarvoor het script werkt; nodig waar niets anders zegt bij welke bron een nieuw BronID hoort.').nullish(),
  Soort: choice('Recordsoort', ['organisatie', 'product'], 'Wat het record brengt; het GidsID zegt het ook.').nullish(),
});

const duplicate = group('Dubbele', {
  GidsID: told.number('G!DS-ID van de vermoedelijke dubbele.'),
  Naam: told.text('Naam van die organisatie.'),
  Reden: told.text('Waarin zij overeenkomen.'),
});

const output = z.object({
  Importstatus: statusChoice,
  Statustoelichting: told.text('Alle bevindingen in één tekst.'),
  Zichtbaar: told.truth('Of het publiek het ziet.'),
  Publicatieactie: actionChoice,
  Dubbelen: z.array(duplicate),
});

/** VerwerkGeimporteerdeOrganisatie (S2:107, R87). */
export const processOrganisation = defineSoapOperation({
  name: 'VerwerkGeimporteerdeOrganisatie',
  documentation: 'Registreert hoe een importscript een organisatie of product opsloeg: valideert de gegevens, zet de status en voert de publicatieactie uit. Dezelfde aanroep geeft nog eens hetzelfde.',
  input,
  output,
  faults: ['GeenImportrecht', 'OnbekendeOrganisatie', 'NietToegestaan'],
  groups: ['importscript', 'importbeheerder'],
  perform: async (given, call) => {
    const importId = await findImport(given.ImportOrganisatieID, call);
    const { BronID: recordId, GidsID: gidsId, RunID, Soort } = given;
    return toOutput(
      await call.ask(ProcessImportedOrganisation, {
        importId,
        recordId,
        ...(gidsId != null && { gidsId }),
        conversionError: given.Conversiefout,
        explanation: given.Statustoelichting ?? '',
        makeVisible: given.Zichtbaarmaken,
        ...(RunID != null && { runId: RunID }),
        ...(Soort != null && { type: kinds[Soort] }),
        by: call.caller.name,
      }),
    );
  },
});

/** The seed names the same function twice (S2:107, A12). */
export const logOrganisation: SoapOperation<typeof input, typeof output> = {
  ...processOrganisation,
  name: 'LogGeimporteerdeOrganisatie',
  documentation: 'Hetzelfde als VerwerkGeimporteerdeOrganisatie, onder zijn andere naam.',
};

function toOutput({ status, explanation, visible, publicationAction, duplicates }: ImportRecordDetail): z.input<typeof output> {
  return {
    Importstatus: statusLabels[status],
    Statustoelichting: explanation,
    Zichtbaar: visible,
    Publicatieactie: actionLabels[publicationAction],
    Dubbelen: duplicates.map(toDuplicate),
  };
}

function toDuplicate({ gidsId, name, reasons }: Duplicate): z.input<typeof duplicate> {
  return { GidsID: gidsId, Naam: name, Reden: reasons.join('; ') };
}
