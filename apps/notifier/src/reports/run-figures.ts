import { fileCountsAddUp, type FileCounts } from '@gids/contracts';
import type { Figure, FigureTable } from '../messages/message-view.js';

const doNotAddUp = 'De aantallen in dit bericht tellen niet op. Meld dit aan de beheerder van de import.';

/** @returns every row that was read, counted once: the parts add up to the total. */
export function rowsTable(counts: FileCounts, title: string): FigureTable {
  return {
    title,
    figures: [
      { label: 'Toegevoegd', value: counts.added },
      { label: 'Gewijzigd', value: counts.changed },
      { label: 'Ongewijzigd', value: counts.unchanged },
      { label: 'Afgekeurd', value: counts.rejected },
    ],
    total: { label: 'Gelezen', value: counts.read },
  };
}

/** @returns a sentence for the reader where the parts do not add up after all; else nothing. */
export function sumRemark(counts: FileCounts): string[] {
  return fileCountsAddUp(counts) ? [] : [doNotAddUp];
}

/** @returns the records that the source no longer has; they are in none of the rows. */
export function vanishedFigure(counts: FileCounts): Figure {
  return { label: 'Niet meer in de bron', value: counts.vanished };
}
