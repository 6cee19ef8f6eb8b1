import { RunCompleted, RunFailed, RunHeld, type RunCounts } from '@gids/contracts';
import fc from 'fast-check';
import type { DigestContent } from '../digests/digest-content.js';
import { managerView } from '../digests/manager-part.js';
import type { Footer, MessageView } from '../messages/message-view.js';
import { renderText } from '../messages/render-text.js';
import { Screens } from '../messages/screens.js';
import { longestSubject } from '../messages/wording.js';
import { failedReport } from './failed-report.js';
import { heldReport } from './held-report.js';

const runId = '01989b1e-7a00-7000-8000-000000000007';
const baseUrl = 'https://import.voorbeeld.nl';

const screens = new Screens(baseUrl);
const footer: Footer = { sentences: ['U krijgt dit bericht omdat u importbeheerder bent van DUO.'], links: [] };

const completed = (counts: Partial<RunCounts> = {}, more: Partial<DigestContent> = {}): MessageView => {
  const { importId, sourceId } = RunCompleted.example;
  const data = { ...RunCompleted.example, counts: { ...RunCompleted.example.counts, ...counts } };
  return managerView({ importId, sourceId, run: { runId, data }, duplicates: [], signals: [], linked: [], products: [], ...more }, {}, screens);
};
const held = heldReport(RunHeld.example, screens.run(runId));
const failed = (outcome: 'REFUSED' | 'FAILED', more: object = {}) => failedReport({ ...RunFailed.example, outcome, ...more }, screens.run(runId));
const textOf = (view: MessageView) => renderText(view, footer);

describe('the report of a completed run (M4, N33)', () => {
  it('says in its subject what changed', () => {
    expect(completed().subject).toBe('DUO PO: import voltooid, 17 toegevoegd, 62 gewijzigd, 2 verdwenen');
  });

  it('says in its subject that nothing changed', () => {
    expect(completed({ added: 0, changed: 0, vanished: 0, unchanged: 6122 }).subject).toBe('DUO PO: import voltooid, geen wijzigingen');
  });

  it('reads as a whole', () => {
    expect(textOf(completed())).toBe(`De import van DUO PO is voltooid

Run 7 begon op 4 augustus 2026 om 08:00 en was klaar op 4 augustus 2026 om 08:00.

Regels in het bestand
- Toegevoegd: 17
- Gewijzigd: 62
- Ongewijzigd: 6.043
- Afgekeurd: 0
Samen gelezen: 6.122

Organisaties in de gids
- Zichtbaar: 6.119
- Niet zichtbaar: 3
- Niet meer in de bron: 2

Om te bekijken
- Dubbelen gevonden: 3. Deze organisaties staan misschien al in de gids.
- Waarschuwingen: 4. Een waarde die niet te gebruiken was, is weggelaten.

Bekijk de import en wat er te doen is:
https://import.voorbeeld.nl/importruns/${runId}

-- 
U krijgt dit bericht omdat u importbeheerder bent van DUO.
`);
  });

  it('says so where there is nothing to look at', () => {
    const text = textOf(completed({ duplicatesFound: 0, warnings: 0 }));
    expect(text).toContain('Er is niets dat u hoeft te bekijken.');
    expect(text).not.toContain('Om te bekijken');
  });

  it.each([
    ['rejected', 'Afgekeurde regels: 5.'],
    ['conversionErrors', 'Conversiefouten: 5.'],
    ['validationErrors', 'Validatiefouten: 5.'],
    ['setAside', 'Apart gezet: 5.'],
  ] as const)('names %s', (count, sentence) => {
    const { unchanged } = RunCompleted.example.counts;
    const counts = count === 'rejected' ? { rejected: 5, unchanged: unchanged - 5 } : { [count]: 5 };
    expect(textOf(completed(counts))).toContain(`- ${sentence}`);
  });

  it('has a table that adds up, whatever the counts are', () => {
    const count = fc.nat(400_000);
    fc.assert(
      fc.property(count, count, count, count, (added, changed, unchanged, rejected) => {
        const view = completed({ read: added + changed + unchanged + rejected, added, changed, unchanged, rejected });
        const [table] = view.tables ?? [];
        expect(table?.figures.reduce((sum, { value }) => sum + value, 0)).toBe(table?.total?.value);
        expect(view.paragraphs.join()).not.toContain('tellen niet op');
      }),
    );
  });

  it('says so itself where counts do not add up', () => {
    expect(textOf(completed({ unchanged: 6042 }))).toContain('De aantallen in dit bericht tellen niet op.');
  });
});

describe('the report of a held run (R8)', () => {
  it('says in its subject that a person must act', () => {
    expect(held.subject).toBe('Actie nodig: import DUO PO wacht op akkoord (4.122 zouden verdwijnen)');
  });

  it('says why, that nothing changed yet, and what to do', () => {
    const text = textOf(held);
    expect(text).toContain('Het bestand telt 2.000 regels; de vorige keer waren het er 6.122.');
    expect(text).toContain('run 8, die begon op 18 augustus 2026 om 08:00, gestopt voor de eerste wijziging (code BELOW_MIN).');
    expect(text).toContain('Er is nog niets gewijzigd in de gids.');
    expect(text).toContain('Klopt het bestand? Geef dan akkoord');
    expect(text).toContain(`${baseUrl}/importruns/${runId}`);
  });
});

describe('the report of a run that came to nothing (R8)', () => {
  it.each([
    ['REFUSED', 'DUO PO: import geweigerd (TRUNCATED)', 'Start de import opnieuw als er een goed bestand is.'],
    ['FAILED', 'DUO PO: import mislukt (TRUNCATED)', 'De oorzaak is technisch.'],
  ] as const)('%s: says what, why, and that the directory is unchanged', (outcome, subject, advice) => {
    expect(failed(outcome).subject).toBe(subject);
    const text = textOf(failed(outcome));
    expect(text).toContain('De laatste regel (2.251) is afgebroken; haal het bestand opnieuw op.');
    expect(text).toContain('De gids is niet gewijzigd.');
    expect(text).toContain(advice);
  });
});

describe('what comes from elsewhere', () => {
  it('never breaks a subject or a line (RELIABILITY (e) 21)', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(nasty, nasty, nasty, (code, message, sourceId) => {
        const view = failed('REFUSED', { code, message, sourceId });
        // eslint-disable-next-line no-control-regex
        expect([view.subject, view.heading, ...view.paragraphs].join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
        expect(Array.from(view.subject).length).toBeLessThanOrEqual(longestSubject);
      }),
    );
  });
});
