import type { RunView } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment } from './values.js';

const count = (description: string) => z.int().nonnegative().describe(description);

export const runStatusSchema = named('Runstatus', termSchema(termTables.runState, 'Hoe een importrun ervoor staat.'));

const runProgressSchema = named(
  'Runvoortgang',
  z.object({
    bytesGelezen: count('Bytes van het bestand die gelezen zijn.'),
    bytesTotaal: count('Grootte van het bestand in bytes; `null` waar die nog niet bekend is.').nullable(),
    regelsGelezen: count('Regels van het bestand die gelezen zijn.'),
    teVersturen: count('Wijzigingen die verwerkt moeten worden.'),
    verstuurd: count('Wijzigingen die verstuurd zijn.'),
    verwerkt: count('Wijzigingen die in de gids verwerkt zijn.'),
  }),
);

/** The counts add up: `gelezen = toegevoegd + gewijzigd + ongewijzigd + afgekeurd`. */
export const runCountsSchema = named(
  'Runaantallen',
  z
    .object({
      gelezen: count('Regels met gegevens in het bestand.'),
      toegevoegd: count('Nieuw bij de bron.'),
      gewijzigd: count('Gewijzigd bij de bron.'),
      ongewijzigd: count('Gelijk aan de vorige keer.'),
      verdwenen: count('Niet meer in de bron.'),
      afgekeurd: count('Regels die geen record konden worden.'),
      conversiefouten: count('Records met conversiefouten.'),
      validatiefouten: count('Records met validatiefouten.'),
      dubbelenGevonden: count('Records waarvoor dubbelen gevonden zijn.'),
      zichtbaar: count('Records die zichtbaar zijn.'),
      nietZichtbaar: count('Records die niet zichtbaar zijn.'),
      waarschuwingen: count('Records waarvan een waarde is weggelaten.'),
      terzijde: count('Berichten van deze run die terzijde gelegd zijn.'),
    })
    .describe('Aantallen van een run; `gelezen = toegevoegd + gewijzigd + ongewijzigd + afgekeurd`.'),
);

export const causeSchema = named(
  'Runprobleem',
  z.object({ code: z.string().describe('Vaste code, zoals `TRUNCATED`.'), melding: z.string().describe('Wat er aan de hand is.') }),
);

const runFindingSchema = named(
  'Runbevinding',
  z.object({
    code: z.string().describe('Vaste code, zoals `TOO_MANY_CLOSURES`.'),
    melding: z.string().describe('Wat er anders is dan de vorige keer.'),
    gemeten: z.number().describe('De gemeten waarde.'),
    grens: z.number().describe('De grens die de bron daarvoor heeft.'),
  }),
);

export const decisionKindSchema = named('Runbesluitsoort', termSchema(termTables.heldRunDecision, 'Wat er met een wachtende run gebeurt.'));

const runDecisionSchema = named(
  'Runbesluit',
  z.object({ besluit: decisionKindSchema, reden: z.string(), door: z.string(), genomenOp: moment('Wanneer het besluit genomen is.') }),
);

/** Run JSON: the command line and the screens read exactly this. */
export const importRunSchema = named(
  'Importrun',
  z
    .object({
      id: z.uuid().describe('Id van de run.'),
      bron: z.string().describe('Id van de importbron.'),
      import: z.string().describe('Id van de import waar de bron bij hoort.'),
      status: runStatusSchema,
      fase: named('Runfase', termSchema(termTables.runPhase, 'Waar de run mee bezig is.')).nullable(),
      transport: named('Transport', termSchema(termTables.transport, 'Hoe het bestand binnenkomt.')),
      bestandsnaam: z.string().nullable().describe('Naam van het bestand.'),
      gestartOp: moment('Begin van de run.'),
      voltooidOp: moment('Einde van de run.').nullable(),
      aangevraagdDoor: z.string().describe('Wie de run startte.'),
      probleem: causeSchema.nullable().describe('Waarom de run geweigerd of mislukt is, of wacht.'),
      bevindingen: z.array(runFindingSchema).describe('Waarom de run op akkoord wacht of wachtte.'),
      besluit: runDecisionSchema.nullable().describe('Wat iemand over de wachtende run besloot.'),
      opmerkingen: z.array(z.string()).describe('Bijzonderheden die niets tegenhielden.'),
      voortgang: runProgressSchema,
      aantallen: runCountsSchema,
      _links: z.object({ self: linkSchema, importbron: linkSchema, gebeurtenissen: linkSchema, regels: linkSchema }),
    })
    .describe('Eén uitvoering van een import.'),
);
export type ImportRun = z.infer<typeof importRunSchema>;

/** @returns a run as the API tells it */
export function toImportRun(view: RunView, links: ApiLinks): ImportRun {
  return {
    id: view.id,
    bron: view.sourceId,
    import: view.importId,
    status: apiValueOf(termTables.runState, view.state),
    fase: view.phase === undefined ? null : apiValueOf(termTables.runPhase, view.phase),
    transport: apiValueOf(termTables.transport, view.transport),
    bestandsnaam: view.fileName ?? null,
    gestartOp: view.startedAt,
    voltooidOp: view.completedAt ?? null,
    aangevraagdDoor: view.requestedBy,
    probleem: toCause(view.problem),
    bevindingen: view.findings.map(toRunFinding),
    besluit: toDecision(view.decision),
    opmerkingen: view.notes,
    voortgang: toProgress(view.progress),
    aantallen: toRunCounts(view.counts),
    _links: {
      self: links.importRun(view.id),
      importbron: links.importSource(view.sourceId),
      gebeurtenissen: links.liveEventsOfRun(view.id),
      regels: links.stagedRows(view.id),
    },
  };
}

function toCause(problem: RunView['problem']): ImportRun['probleem'] {
  return problem ? { code: problem.code, melding: problem.message } : null;
}

function toRunFinding({ code, message, measured, limit }: RunView['findings'][number]): ImportRun['bevindingen'][number] {
  return { code, melding: message, gemeten: measured, grens: limit };
}

function toDecision(decision: RunView['decision']): ImportRun['besluit'] {
  if (!decision) return null;
  const { reason, by, at } = decision;
  return { besluit: apiValueOf(termTables.heldRunDecision, decision.decision), reden: reason, door: by, genomenOp: at };
}

function toProgress(progress: RunView['progress']): ImportRun['voortgang'] {
  return {
    bytesGelezen: progress.bytesRead,
    bytesTotaal: progress.bytesTotal ?? null,
    regelsGelezen: progress.rowsRead,
    teVersturen: progress.toSend,
    verstuurd: progress.sent,
    verwerkt: progress.processed,
  };
}

/** @returns the counts of a run in the API's words */
export function toRunCounts(counts: RunView['counts']): ImportRun['aantallen'] {
  return {
    gelezen: counts.read,
    toegevoegd: counts.added,
    gewijzigd: counts.changed,
    ongewijzigd: counts.unchanged,
    verdwenen: counts.vanished,
    afgekeurd: counts.rejected,
    conversiefouten: counts.conversionErrors,
    validatiefouten: counts.validationErrors,
    dubbelenGevonden: counts.duplicatesFound,
    zichtbaar: counts.visible,
    nietZichtbaar: counts.notVisible,
    waarschuwingen: counts.warnings,
    terzijde: counts.setAside,
  };
}
