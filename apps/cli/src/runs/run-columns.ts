import type { Run } from '../gateway/run.js';
import { countText, durationText, momentText } from '../terminal/figures.js';
import type { Column } from '../terminal/table.js';
import { phaseLabel, secondsOf, statusTone } from './run-words.js';

const figure = (title: string, of: (run: Run) => number): Column<Run> => ({
  title,
  text: (run) => countText(of(run)),
  code: (run) => String(of(run)),
  alignRight: true,
});

/** The list of runs. */
export const runColumns: readonly Column<Run>[] = [
  { title: 'Run', text: ({ id }) => id },
  { title: 'Bron', text: ({ bron }) => bron },
  { title: 'Status', text: phaseLabel, code: ({ status }) => status, tone: statusTone },
  { title: 'Gestart', text: ({ gestartOp }) => (gestartOp ? momentText(gestartOp) : ''), code: ({ gestartOp }) => gestartOp ?? '' },
  { title: 'Duur', text: (run) => lasting(run, durationText), code: (run) => lasting(run, String), alignRight: true },
  figure('Gelezen', ({ aantallen }) => aantallen.gelezen),
  figure('Nieuw', ({ aantallen }) => aantallen.toegevoegd),
  figure('Gewijzigd', ({ aantallen }) => aantallen.gewijzigd),
  figure('Verdwenen', ({ aantallen }) => aantallen.verdwenen),
  figure('Afgekeurd', ({ aantallen }) => aantallen.afgekeurd),
];

function lasting(run: Run, write: (seconds: number) => string): string {
  const seconds = secondsOf(run);
  return seconds === undefined ? '' : write(seconds);
}
