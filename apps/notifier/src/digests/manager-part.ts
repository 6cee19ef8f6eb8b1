import { reviewReasonTerms, type DataOf, type FileCounts, type RunCompleted, type RunCounts } from '@gids/contracts';
import { firstRows, type Figure, type FigureTable, type ItemList, type MessageView } from '../messages/message-view.js';
import type { Screens } from '../messages/screens.js';
import { counted, dayAndMonth, figure, moment, oneLine, sourceTitle, subjectLine } from '../messages/wording.js';
import { rowsTable, sumRemark, vanishedFigure } from '../reports/run-figures.js';
import { countDuplicates, type DigestContent, type EarlierRun } from './digest-content.js';

type RunData = DataOf<typeof RunCompleted>;

/** What an import manager is told: the run, its new duplicates, what asks for a look (REQUIREMENTS §6 M1, M4–M6). */
export function managerView(content: DigestContent, earlier: EarlierRun, screens: Screens): MessageView {
  const { run, sourceId } = content;
  const toLookAt = [...(run ? findings(run.data.counts) : []), ...roundSentences(content)];
  return {
    subject: subjectLine(managerSubject(content)),
    heading: run ? `De import van ${sourceTitle(sourceId)} is voltooid` : `Nieuw bij de import ${sourceTitle(content.importId)}`,
    paragraphs: run ? runParagraphs(run.data, isQuiet(content, toLookAt)) : ['Dit kwam door wijzigingen in de gids, zonder dat er een import liep.'],
    tables: run ? [rowsTable(run.data.counts, 'Regels in het bestand'), standTable(run.data.counts, earlier.run?.counts)] : [],
    lists: [...duplicateList(content), ...signalList(content)],
    toLookAt,
    link: managerLink(content, toLookAt, screens),
  };
}

function isQuiet({ duplicates, signals }: DigestContent, toLookAt: readonly string[]): boolean {
  return toLookAt.length + duplicates.length + signals.length === 0;
}

function managerSubject(content: DigestContent): string {
  const { run, sourceId, signals, round } = content;
  const title = sourceTitle(sourceId);
  const duplicates = countDuplicates(content);
  const errors = run ? run.data.counts.conversionErrors + run.data.counts.validationErrors : 0;
  const news = [...(duplicates > 0 ? [counted(duplicates, 'nieuwe dubbele', 'nieuwe dubbelen')] : []), ...(duplicates > 0 && errors > 0 ? [counted(errors, 'fout', 'fouten')] : [])];
  if (news.length > 0) return `${title}: ${news.join(' en ')}${run ? ` (import ${dayAndMonth(run.data.completedAt)})` : ''}`;
  if (run) return `${title}: import voltooid, ${changes(run.data.counts)}`;
  if (signals.length > 0) return `${title}: ${counted(signals.length, 'koppeling of dubbele', 'koppelingen of dubbelen')} om te bekijken`;
  return `${title}: ${counted(round?.total ?? 0, 'organisatie', 'organisaties')} te beoordelen`;
}

function changes({ added, changed, vanished }: FileCounts): string {
  if (added + changed + vanished === 0) return 'geen wijzigingen';
  return `${figure(added)} toegevoegd, ${figure(changed)} gewijzigd, ${figure(vanished)} verdwenen`;
}

function runParagraphs(run: RunData, quiet: boolean): string[] {
  return [
    `Run ${figure(run.runNumber)} begon op ${moment(run.startedAt)} en was klaar op ${moment(run.completedAt)}.`,
    ...sumRemark(run.counts),
    ...(quiet ? ['Er is niets dat u hoeft te bekijken.'] : []),
  ];
}

function standTable(counts: RunCounts, before: RunCounts | undefined): FigureTable {
  const withBefore = (shown: Figure, earlier: number | undefined): Figure => ({ ...shown, ...(earlier !== undefined && { before: earlier }) });
  return {
    title: 'Organisaties in de gids',
    figures: [
      withBefore({ label: 'Zichtbaar', value: counts.visible }, before?.visible),
      withBefore({ label: 'Niet zichtbaar', value: counts.notVisible }, before?.notVisible),
      withBefore(vanishedFigure(counts), before?.vanished),
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

function roundSentences({ round }: DigestContent): string[] {
  if (!round) return [];
  const parts = round.reasons.map(({ reason, count }) => `${reviewReasonTerms[reason].label.toLowerCase()} ${figure(count)}`);
  return [`Te beoordelen in de controleronde: ${figure(round.total)}. Naar reden: ${parts.join(', ')}.`];
}

function duplicateList(content: DigestContent): ItemList[] {
  const named = content.duplicates.flatMap(({ records }) => records);
  const { rows, more } = firstRows(named, Math.max(countDuplicates(content), named.length));
  if (rows.length + more === 0) return [];
  const items = rows.map(({ name, recordId, duplicates: [first, ...others] }) => {
    const rest = others.length > 0 ? ` En ${counted(others.length, 'andere', 'andere')}.` : '';
    return oneLine(`${name} (BronID ${recordId}) ↔ ${first?.name ?? ''} (G!DS ${first?.gidsId ?? ''}): ${first?.reason ?? ''}.${rest}`);
  });
  return [{ title: 'Nieuwe dubbelen', items, more }];
}

function signalList({ signals }: DigestContent): ItemList[] {
  if (signals.length === 0) return [];
  const { rows, more } = firstRows(signals);
  return [{ title: 'Koppelingen en dubbelen om te bekijken', items: rows.map(({ name, sentence }) => oneLine(`${name}: ${sentence}`)), more }];
}

function managerLink(content: DigestContent, toLookAt: readonly string[], screens: Screens): MessageView['link'] {
  const { run, importId } = content;
  const duplicates = countDuplicates(content);
  if (duplicates > 0) return { label: `Beoordelen (${figure(duplicates)})`, url: screens.review(importId) };
  if (!run) return { label: 'Beoordelen', url: screens.review(importId) };
  return { label: toLookAt.length === 0 ? 'Bekijk de import' : 'Bekijk de import en wat er te doen is', url: screens.run(run.runId) };
}
