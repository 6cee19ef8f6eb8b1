import { busyRun, exampleRun } from '../testing/example-run.js';
import { momentText } from '../terminal/figures.js';
import { summaryOf } from './run-summary.js';

describe('summaryOf', () => {
  it('given a completed run, tells the verdict and two accounts with their figures lined up', () => {
    expect(summaryOf(exampleRun())).toEqual([
      'Voltooid: import van duo-po, in 12 s',
      '',
      'Run               019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
      'Bestand           scholen.csv',
      `Gestart           ${momentText('2026-11-22T05:00:00.000Z')}`,
      `Voltooid          ${momentText('2026-11-22T05:00:12.000Z')}`,
      'Aangevraagd door  machine',
      '',
      'Regels gelezen         6.122',
      '  toegevoegd              17',
      '  gewijzigd               62',
      '  ongewijzigd          6.043',
      '  afgekeurd                0',
      'Verdwenen uit de bron      2',
      '',
      'Zichtbaar          6.122',
      'Niet zichtbaar         0',
      'Dubbelen gevonden      0',
      'Conversiefouten        0',
      'Validatiefouten        0',
    ]);
  });

  it('given errors, duplicates and dead letters, says where to look', () => {
    const lines = summaryOf(exampleRun({ aantallen: { conversiefouten: 4, dubbelenGevonden: 9, waarschuwingen: 1_200, terzijde: 1 } }));
    expect(lines).toContain('Met waarschuwing   1.200');
    expect(lines.slice(-2)).toEqual([
      'Bekijken: npm run -s gids-import -- organisatie lijst --bron duo-po --importstatus conversiefouten,dubbelenGevonden',
      'Terzijde gelegd: npm run -s gids-import -- wachtrij status',
    ]);
  });

  it('given a refused file, tells why and that nothing changed, without empty accounts', () => {
    const lines = summaryOf(
      exampleRun({ status: 'geweigerd', probleem: { code: 'EMPTY', melding: 'Het bestand is leeg.' }, aantallen: { gelezen: 0 } }),
    );
    expect(lines.slice(0, 3)).toEqual(['Geweigerd: import van duo-po, in 12 s', 'Het bestand is leeg. (EMPTY)', 'Er is niets gewijzigd in G!DS.']);
    expect(lines.join('\n')).not.toContain('Regels gelezen');
  });

  it('R8 given a held run, says that nothing changed, who decides and how', () => {
    const held = exampleRun({ status: 'wachtOpAkkoord', voltooidOp: null, probleem: { code: 'TOO_MANY_CLOSURES', melding: '1.482 organisaties zouden verdwijnen.' } });
    const lines = summaryOf(held);
    expect(lines[0]).toBe('Wacht op akkoord: import van duo-po');
    expect(lines.slice(-4)).toEqual([
      'Een importbeheerder beslist of deze import doorgaat:',
      `  Bekijken:  npm run -s gids-import -- run regels ${held.id}`,
      `  Toestaan:  npm run -s gids-import -- run toestaan ${held.id} --reden "…"  (met --zonder-verwijderen blijft staan wat verdween)`,
      `  Weigeren:  npm run -s gids-import -- run weiger ${held.id} --reden "…"`,
    ]);
    expect(lines).toContain('Er is niets gewijzigd in G!DS.');
  });

  it('R8 given more than one finding, tells them all, the first one once', () => {
    const first = { code: 'TOO_MANY_CLOSURES', melding: '1.482 organisaties zouden verdwijnen.' };
    const second = { code: 'FILL_RATE', melding: 'TELEFOONNUMMER is bij 40% leeg.' };
    const lines = summaryOf(exampleRun({ status: 'wachtOpAkkoord', probleem: first, bevindingen: [first, second] }));
    expect(lines.filter((line) => line.includes('1.482'))).toEqual(['1.482 organisaties zouden verdwijnen. (TOO_MANY_CLOSURES)']);
    expect(lines).toContain('  - TELEFOONNUMMER is bij 40% leeg. (FILL_RATE)');
  });

  it('R8 given a decision, tells what, who and why', () => {
    const besluit = { besluit: 'toestaanZonderVerwijderen', reden: 'Bestand is niet compleet', door: 'i.manager' };
    expect(summaryOf(exampleRun({ besluit }))).toContain('Besluit           Toestaan zonder verwijderen door i.manager: Bestand is niet compleet');
  });

  it('given a failed run, does not claim that nothing changed', () => {
    const lines = summaryOf(exampleRun({ status: 'mislukt', probleem: { code: 'DEADLINE', melding: 'De run duurde te lang.' } }));
    expect(lines[1]).toBe('De run duurde te lang. (DEADLINE)');
    expect(lines).not.toContain('Er is niets gewijzigd in G!DS.');
  });

  it('given a run that is busy, names its phase', () => {
    expect(summaryOf(busyRun('controleren'))[0]).toBe('Bestand controleren: import van duo-po');
  });

  it('lists remarks of the source', () => {
    expect(summaryOf(exampleRun({ opmerkingen: ['Nieuwe kolom DENOMINATIE.'] })).slice(-2)).toEqual(['Opmerkingen', '  - Nieuwe kolom DENOMINATIE.']);
  });

  it('colours the verdict by the state', () => {
    expect(summaryOf(exampleRun({ status: 'mislukt' }), (tone, text) => `<${tone}>${text}</>`)[0]).toMatch(/^<bad>Mislukt<\/>: /);
  });
});
