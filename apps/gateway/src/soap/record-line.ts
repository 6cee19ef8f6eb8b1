import type { ImportRecordView } from '@gids/contracts';
import { actionLabels, choice, group, labelsOf, statusLabels, told } from './values.js';
import type { z } from 'zod';

export const statusChoice = choice('Importstatus', labelsOf(statusLabels), 'Uitkomst van de laatste import.');
export const actionChoice = choice('Publicatieactie', labelsOf(actionLabels), 'Wat er na een import met de zichtbaarheid gebeurt.');

/** One line of the importbeheerscherm (S2:40-56). */
export const recordLine = group('Regel', {
  BronID: told.text('BronID: de identificatie bij de bron.'),
  GidsID: told.number('G!DS-ID; ontbreekt waar niets opgeslagen kon worden.').optional(),
  Naam: told.text('Naam van de organisatie of het product.'),
  LaatsteImportStatus: statusChoice,
  Statustoelichting: told.text('Alle bevindingen in één tekst.'),
  Publicatieactie: actionChoice,
  GekoppeldeGidsOrganisatieID: told.number('G!DS-ID van de gekoppelde organisatie.').optional(),
  ImportToelichting: told.text('Toelichting van de importbeheerder.').optional(),
});

/** @returns a record as SOAP tells it */
export function toRecordLine(view: ImportRecordView): z.input<typeof recordLine> {
  return {
    BronID: view.recordId,
    GidsID: view.gidsId,
    Naam: view.name,
    LaatsteImportStatus: statusLabels[view.status],
    Statustoelichting: view.explanation,
    Publicatieactie: actionLabels[view.publicationAction],
    GekoppeldeGidsOrganisatieID: view.linkedOrganisationId,
    ImportToelichting: view.note,
  };
}
