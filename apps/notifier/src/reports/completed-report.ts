import type { DataOf, FileCounts, RunCompleted, RunCounts } from '@gids/contracts';
import type { FigureTable, MessageView } from '../messages/message-view.js';
import { footerOf, rowsTable, sumRemark, vanishedFigure } from './run-figures.js';
import { figure, moment, sourceTitle, subjectLine } from '../messages/wording.js';

/** The report of a run that has been processed whole: what changed and what asks for a look. */
export function completedReport(run: DataOf<typeof RunCompleted>, url: string): MessageView {
  const title = sourceTitle(run.sourceId);
  const toLookAt = findings(run.counts);
  return {
    subject: subjectLine(`${title}: import voltooid, ${changes(run.counts)}`),
    heading: `De import van ${title} is voltooid`,
    paragraphs: [
      `Run ${figure(run.runNumber)} begon op ${moment(run.startedAt)} en was klaar op ${moment(run.completedAt)}.`,
      ...sumRemark(run.counts),
      ...(toLookAt.length === 0 ? ['Er is niets dat u hoeft te bekijken.'] : []),
    ],
    tables: [rowsTable(run.counts, 'Regels in het bestand'), standTable(run.counts)],
    toLookAt,
    link: { label: toLookAt.length === 0 ? 'Bekijk de import' : 'Bekijk de import en wat er te doen is', url },
    footer: footerOf(sourceTitle(run.importId)),
  };
}

function changes({ added, changed, vanished }: FileCounts): string {
  if (added + changed + vanished === 0) return 'geen wijzigingen';
  return `${figure(added)} toegevoegd, ${figure(changed)} gewijzigd, ${figure(vanished)} verdwenen`;
}

function standTable(counts: RunCounts): FigureTable {
  return {
    title: 'Organisaties in de gids',
    figures: [
      { label: 'Zichtbaar', value: counts.visible },
      { label: 'Niet zichtbaar', value: counts.notVisible },
      vanishedFigure(counts),
    ],
  };
}

function findings(counts: RunCounts): string[] {
  const sentences: readonly [string, number, string][] = [
    ['Conversiefouten', counts.conversionErrors, 'Een verplichte waarde uit de bron ontbreekt of is niet te gebruiken.'],
    ['Validatiefouten', counts.validationErrors, 'De gegevens voldoen niet aan de regels van de gids.'],
    ['Dubbelen gevonden', counts.duplicatesFound, 'Deze organisaties staan misschien al in de gids.'],
    ['Afgekeurde regels', counts.rejected, 'Deze regels van het bestand zijn niet overgenomen.'],
    ['Waarschuwingen', counts.warnings, 'Een waarde die niet te gebruiken was, is weggelaten.'],
    ['Apart gezet', counts.setAside, 'Deze berichten konden niet worden verwerkt. De beheerder kan ze opnieuw aanbieden.'],
  ];
  return sentences.filter(([, count]) => count > 0).map(([what, count, meaning]) => `${what}: ${figure(count)}. ${meaning}`);
}
