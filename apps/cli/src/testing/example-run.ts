import type { Run } from '../gateway/run.js';

const figures: Run['aantallen'] = {
  gelezen: 6_122,
  toegevoegd: 17,
  gewijzigd: 62,
  ongewijzigd: 6_043,
  verdwenen: 2,
  afgekeurd: 0,
  conversiefouten: 0,
  validatiefouten: 0,
  dubbelenGevonden: 0,
  zichtbaar: 6_122,
  nietZichtbaar: 0,
  waarschuwingen: 0,
  terzijde: 0,
};

const progress: Run['voortgang'] = { bytesGelezen: 0, bytesTotaal: null, regelsGelezen: 0, teVersturen: 0, verstuurd: 0, verwerkt: 0 };

type Changes = Partial<Omit<Run, 'aantallen' | 'voortgang'>> & { aantallen?: Partial<Run['aantallen']>; voortgang?: Partial<Run['voortgang']> };

/** A completed run of one of the school sources, with what a test wants to be different. */
export function exampleRun(changes: Changes = {}): Run {
  return {
    id: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
    bron: 'duo-po',
    import: 'duo',
    status: 'voltooid',
    fase: null,
    transport: 'push',
    bestandsnaam: 'scholen.csv',
    gestartOp: '2026-11-22T05:00:00.000Z',
    voltooidOp: '2026-11-22T05:00:12.000Z',
    aangevraagdDoor: 'machine',
    probleem: null,
    bevindingen: [],
    besluit: null,
    opmerkingen: [],
    ...changes,
    voortgang: { ...progress, ...changes.voortgang },
    aantallen: { ...figures, ...changes.aantallen },
  };
}

/** A run that is busy with a phase. */
export const busyRun = (fase: string, voortgang: Partial<Run['voortgang']> = {}): Run =>
  exampleRun({ status: 'bezig', fase, voltooidOp: null, voortgang });
