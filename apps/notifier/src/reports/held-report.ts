import type { DataOf, RunHeld } from '@gids/contracts';
import type { MessageView } from '../messages/message-view.js';
import { rowsTable, sumRemark, vanishedFigure } from './run-figures.js';
import { figure, moment, oneLine, sourceTitle, subjectLine } from '../messages/wording.js';

/** The report of a run that waits for a person: why, what it would do, and how to go on (R8). */
export function heldReport(run: DataOf<typeof RunHeld>, url: string): MessageView {
  const title = sourceTitle(run.sourceId);
  const { vanished } = run.counts;
  return {
    subject: subjectLine(`Actie nodig: import ${title} wacht op akkoord (${figure(vanished)} zouden verdwijnen)`),
    heading: `De import van ${title} wacht op uw akkoord`,
    paragraphs: [
      oneLine(run.message),
      `Daarom is run ${figure(run.runNumber)}, die begon op ${moment(run.startedAt)}, gestopt voor de eerste wijziging (code ${oneLine(run.code)}).`,
      'Er is nog niets gewijzigd in de gids.',
      ...sumRemark(run.counts),
      'Klopt het bestand? Geef dan akkoord; de import gaat dan door. Klopt het niet? Wijs de import dan af en vraag de bron om een goed bestand.',
    ],
    tables: [
      rowsTable(run.counts, 'Wat de import met het bestand zou doen'),
      { title: 'Wat er uit de gids zou verdwijnen', figures: [vanishedFigure(run.counts)] },
    ],
    link: { label: 'Bekijk de import en beslis', url },
  };
}
