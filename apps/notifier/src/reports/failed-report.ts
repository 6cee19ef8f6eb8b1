import type { DataOf, RunFailed } from '@gids/contracts';
import type { MessageView } from '../messages/message-view.js';
import { figure, moment, oneLine, sourceTitle, subjectLine } from '../messages/wording.js';

const wordings = {
  REFUSED: {
    verdict: 'geweigerd',
    advice: 'Het bestand van de bron is niet goed. Start de import opnieuw als er een goed bestand is.',
  },
  FAILED: {
    verdict: 'mislukt',
    advice: 'De oorzaak is technisch. Start de import opnieuw; lukt het dan nog niet, vraag dan de beheerder om hulp.',
  },
} as const;

/** The report of a run that ended without changing the directory: its code and sentence, and what to do. */
export function failedReport(run: DataOf<typeof RunFailed>, url: string): MessageView {
  const title = sourceTitle(run.sourceId);
  const { verdict, advice } = wordings[run.outcome];
  return {
    subject: subjectLine(`${title}: import ${verdict} (${run.code})`),
    heading: `De import van ${title} is ${verdict}`,
    paragraphs: [
      oneLine(run.message),
      `Het gaat om run ${figure(run.runNumber)}, die begon op ${moment(run.startedAt)} (code ${oneLine(run.code)}).`,
      'De gids is niet gewijzigd.',
      advice,
    ],
    link: { label: 'Bekijk de import', url },
  };
}
