import { LinkedRecordChanged, NewDuplicatesFound, ProviderProductsChanged, RecordSignalled, ReviewRoundOpened, RunCompleted } from '@gids/contracts';
import fc from 'fast-check';
import { renderHtml } from '../messages/render-html.js';
import { renderText } from '../messages/render-text.js';
import { Screens } from '../messages/screens.js';
import type { DigestContent } from './digest-content.js';
import { duplicatesCsv } from './duplicates-csv.js';
import { editorView } from './editor-part.js';
import { managerView } from './manager-part.js';

const screens = new Screens('https://import.voorbeeld.nl');
const footer = { sentences: [], links: [] };
const content = (more: Partial<DigestContent> = {}): DigestContent => ({ importId: 'duo', sourceId: 'duo-po', duplicates: [], signals: [], linked: [], products: [], ...more });
const run = { runId: '01989b1e-7a00-7000-8000-000000000007', data: { ...RunCompleted.example, completedAt: '2026-11-22T05:00:00.000Z' } };
const duplicate = NewDuplicatesFound.example.records[0];
const duplicatesOf = (count: number) => [{ ...NewDuplicatesFound.example, total: count, records: Array.from({ length: Math.min(count, 200) }, (_, index) => ({ ...duplicate!, importRecordId: index + 1 })) }];
const linked = LinkedRecordChanged.example;

describe('what an import manager reads (R74, SCREENS §6 M1)', () => {
  it('has the verdict in the subject', () => {
    const data = { ...run.data, counts: { ...run.data.counts, conversionErrors: 2, validationErrors: 1 } };
    expect(managerView(content({ run: { ...run, data }, duplicates: duplicatesOf(14) }), {}, screens).subject).toBe('DUO PO: 14 nieuwe dubbelen en 3 fouten (import 22 november)');
    expect(managerView(content({ duplicates: duplicatesOf(1) }), {}, screens).subject).toBe('DUO PO: 1 nieuwe dubbele');
  });

  it('R74 lists 40 new duplicates in one message: 10 by name, the rest behind the button', () => {
    const view = managerView(content({ run, duplicates: duplicatesOf(40) }), {}, screens);
    const text = renderText(view, footer);
    expect(text.match(/De Regenboog \(BronID 16AH00\) ↔ OBS De Regenboog \(G!DS 102938\): Zelfde adres \(7822HG 58\)\./g)).toHaveLength(10);
    expect(text).toContain('En nog 30.');
    expect(view.link).toEqual({ label: 'Beoordelen (40)', url: 'https://import.voorbeeld.nl/beoordelen?import=duo' });
  });

  it('counts what an event no longer names', () => {
    expect(renderText(managerView(content({ duplicates: duplicatesOf(3_000) }), {}, screens), footer)).toContain('En nog 2.990.');
  });

  it('R81 tells of the work list by reason, and R60 of links to look at', () => {
    const text = renderText(managerView(content({ run, round: ReviewRoundOpened.example, signals: [RecordSignalled.example] }), {}, screens), footer);
    expect(text).toContain('Te beoordelen in de controleronde: 15. Naar reden: mogelijke dubbele 15.');
    expect(text).toContain('De Regenboog: G!DS 102938 OBS De Regenboog is verwijderd; de koppeling is vervallen.');
  });

  it('shows the run before beside it where that differs', () => {
    const before = { ...run.data, counts: { ...run.data.counts, visible: 6_100 } };
    expect(renderText(managerView(content({ run }), { run: before }, screens), footer)).toContain('- Zichtbaar: 6.119 (vorige keer 6.100)');
  });
});

describe('what an editor reads (R75, SCREENS §6 M7–M9)', () => {
  it('R75 is old → new beside his own value, and that nothing is taken over', () => {
    const view = editorView(content({ linked: [linked] }), screens);
    expect(view.subject).toBe('OBS De Regenboog: telefoon gewijzigd bij DUO');
    const text = renderText(view, footer);
    expect(text).toContain('- Telefoon: 0591659840 → 0591659841 (bij u: 0591659840)');
    expect(text).toContain('Er wordt niets automatisch overgenomen.');
    expect(text).toContain('https://import.voorbeeld.nl/gekoppelde-wijzigingen/1042');
    expect(renderHtml(view, footer)).toContain('<td style="padding:4px 8px 4px 0;border-bottom:1px solid #767676;text-align:left;vertical-align:top;overflow-wrap:anywhere">0591659841</td>');
  });

  it.each([
    ['VANISHED', 'OBS De Regenboog staat niet meer in DUO'],
    ['RETURNED', 'OBS De Regenboog staat weer in DUO'],
  ] as const)('%s is in the subject', (change, subject) => {
    expect(editorView(content({ linked: [{ ...linked, change, fields: [] }] }), screens).subject).toBe(subject);
  });

  it('several fields are counted in the subject, several organisations too', () => {
    const field = linked.fields[0]!;
    expect(editorView(content({ linked: [{ ...linked, fields: [field, { ...field, label: 'Naam' }] }] }), screens).subject).toBe('OBS De Regenboog: 2 gegevens gewijzigd bij DUO');
    const three = [1, 2, 3].map((linkedOrganisationId) => ({ ...linked, linkedOrganisationId }));
    expect(editorView(content({ linked: three }), screens).subject).toBe('3 van uw organisaties zijn gewijzigd bij DUO');
  });

  it('a value that was or is not there is a dash', () => {
    const view = editorView(content({ linked: [{ ...linked, fields: [{ label: 'Website', after: 'https://x.nl' }] }] }), screens);
    expect(renderText(view, footer)).toContain('- Website: – → https://x.nl (bij u: –)');
  });

  it('R95 names what is new and changed, and a product that he had taken over and that is gone', () => {
    const products = [
      { gidsId: 3, name: 'P3', change: 'ADDED' as const, takenOver: false },
      { gidsId: 1, name: 'P1', change: 'CHANGED' as const, takenOver: true },
      { gidsId: 2, name: 'P2', change: 'REMOVED' as const, takenOver: true },
    ];
    const text = renderText(editorView(content({ products: [{ ...ProviderProductsChanged.example, products }] }), screens), footer);
    expect(text).toContain('- P3 (nieuw)');
    expect(text).toContain('- P1 (gewijzigd)');
    expect(text).toContain('- P2 (niet meer in de bron) – u had dit product overgenomen');
  });

  it('RELIABILITY e21 breaks no subject or line by what comes from elsewhere', () => {
    const nasty = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, value, label) => {
        const view = editorView(content({ linked: [{ ...linked, name, linkedName: name, fields: [{ label, before: value, after: value, own: value }] }] }), screens);
        // eslint-disable-next-line no-control-regex
        expect([view.subject, view.heading, JSON.stringify(view.changes)].join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
      }),
    );
  });
});

describe('the file that goes along (SCREENS §6)', () => {
  it('holds every duplicate that is named, and no formula', () => {
    const csv = duplicatesCsv({ duplicates: [{ ...NewDuplicatesFound.example, records: [{ ...duplicate!, name: '=HYPERLINK("http://x")' }] }] });
    expect(csv).toBe(
      '\uFEFF"BronID";"G!DS-ID";"Naam";"G!DS-ID dubbele";"Naam dubbele";"Reden"\r\n"16AH00";884213;"\'=HYPERLINK(""http://x"")";102938;"OBS De Regenboog";"Zelfde adres (7822HG 58)"\r\n',
    );
  });

  it('is left out where there are none, or where it would be larger than 1 MB', () => {
    expect(duplicatesCsv({ duplicates: [] })).toBeUndefined();
    expect(duplicatesCsv({ duplicates: [{ ...NewDuplicatesFound.example, records: [{ ...duplicate!, name: 'x'.repeat(1_000_001) }] }] })).toBeUndefined();
  });
});
