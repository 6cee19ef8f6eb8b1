import { heldRunDecisionTerms } from '@gids/contracts';
import type { Run } from '../gateway/run.js';
import { programName } from '../program-name.js';
import { figureBlock, textBlock } from '../terminal/block.js';
import { countText, durationText, momentText } from '../terminal/figures.js';
import { printable } from '../terminal/printable.js';
import { unpainted, type Paint } from '../terminal/tone.js';
import { isSettled, phaseLabel, secondsOf, statusLabel, statusTone } from './run-words.js';

const decisionLabels = new Map<string, string>(Object.values(heldRunDecisionTerms).map(({ api, label }) => [api, label]));

/** A run for a person: verdict, counts that add up, what is remarkable and what to look at next. */
export function summaryOf(run: Run, paint: Paint = unpainted): string[] {
  const parts = [verdict(run, paint), findings(run), facts(run), fileFigures(run), recordFigures(run), remarks(run), nextSteps(run)];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function verdict(run: Run, paint: Paint): string[] {
  const status = isSettled(run) ? statusLabel(run.status) : phaseLabel(run);
  const seconds = secondsOf(run);
  const lasting = seconds === undefined ? '' : `, in ${durationText(seconds)}`;
  const line = `${paint(statusTone(run) ?? 'strong', status)}: import van ${printable(run.bron)}${lasting}`;
  if (!run.probleem) return [line];
  const untouched = run.status === 'geweigerd' || run.status === 'wachtOpAkkoord' ? ['Er is niets gewijzigd in G!DS.'] : [];
  return [line, `${printable(run.probleem.melding)} (${printable(run.probleem.code)})`, ...untouched];
}

/** Everything that was unlike the last time; the verdict tells the first one already. */
function findings({ bevindingen, probleem }: Run): string[] {
  const others = (bevindingen ?? []).filter(({ melding }) => melding !== probleem?.melding);
  return others.length === 0 ? [] : ['Bevindingen', ...others.map(({ melding, code }) => `  - ${printable(`${melding} (${code})`)}`)];
}

function facts(run: Run): string[] {
  return textBlock([
    { label: 'Run', value: run.id },
    { label: 'Bestand', value: run.bestandsnaam ?? undefined },
    { label: 'Gestart', value: run.gestartOp ? momentText(run.gestartOp) : undefined },
    { label: 'Voltooid', value: run.voltooidOp ? momentText(run.voltooidOp) : undefined },
    { label: 'Aangevraagd door', value: run.aangevraagdDoor ?? undefined },
    { label: 'Besluit', value: run.besluit ? decisionText(run.besluit) : undefined },
  ]);
}

function decisionText({ besluit, reden, door }: NonNullable<Run['besluit']>): string {
  return `${decisionLabels.get(besluit) ?? besluit} door ${door}: ${reden}`;
}

/** `gelezen = toegevoegd + gewijzigd + ongewijzigd + afgekeurd`; what vanished was not read. */
function fileFigures({ status, aantallen }: Run): string[] {
  if (status !== 'voltooid' && aantallen.gelezen === 0) return [];
  return figureBlock([
    { label: 'Regels gelezen', value: countText(aantallen.gelezen) },
    { label: '  toegevoegd', value: countText(aantallen.toegevoegd) },
    { label: '  gewijzigd', value: countText(aantallen.gewijzigd) },
    { label: '  ongewijzigd', value: countText(aantallen.ongewijzigd) },
    { label: '  afgekeurd', value: countText(aantallen.afgekeurd) },
    { label: 'Verdwenen uit de bron', value: countText(aantallen.verdwenen) },
  ]);
}

/** How all records of the source stand after the run. */
function recordFigures({ status, aantallen }: Run): string[] {
  if (status !== 'voltooid') return [];
  const whenAny = (count: number): string | undefined => (count > 0 ? countText(count) : undefined);
  return figureBlock([
    { label: 'Zichtbaar', value: countText(aantallen.zichtbaar) },
    { label: 'Niet zichtbaar', value: countText(aantallen.nietZichtbaar) },
    { label: 'Dubbelen gevonden', value: countText(aantallen.dubbelenGevonden) },
    { label: 'Conversiefouten', value: countText(aantallen.conversiefouten) },
    { label: 'Validatiefouten', value: countText(aantallen.validatiefouten) },
    { label: 'Met waarschuwing', value: whenAny(aantallen.waarschuwingen) },
    { label: 'Terzijde gelegd', value: whenAny(aantallen.terzijde) },
  ]);
}

function remarks(run: Run): string[] {
  const all = run.opmerkingen ?? [];
  return all.length === 0 ? [] : ['Opmerkingen', ...all.map((remark) => `  - ${printable(remark)}`)];
}

function nextSteps(run: Run): string[] {
  const { conversiefouten, validatiefouten, dubbelenGevonden, terzijde } = run.aantallen;
  if (run.status === 'wachtOpAkkoord') return decisionAdvice(run.id);
  if (run.status !== 'voltooid') return [];
  const statuses = [
    ...(conversiefouten > 0 ? ['conversiefouten'] : []),
    ...(validatiefouten > 0 ? ['validatiefouten'] : []),
    ...(dubbelenGevonden > 0 ? ['dubbelenGevonden'] : []),
  ];
  const filter = `--bron ${printable(run.bron)} --importstatus ${statuses.join(',')}`;
  return [
    ...(statuses.length > 0 ? [`Bekijken: ${programName} organisatie lijst ${filter}`] : []),
    ...(terzijde > 0 ? [`Terzijde gelegd: ${programName} wachtrij status`] : []),
  ];
}

/** What to do with a run that waits (R8). */
function decisionAdvice(id: string): string[] {
  return [
    'Een importbeheerder beslist of deze import doorgaat:',
    `  Bekijken:  ${programName} run regels ${id}`,
    `  Toestaan:  ${programName} run toestaan ${id} --reden "…"  (met --zonder-verwijderen blijft staan wat verdween)`,
    `  Weigeren:  ${programName} run weiger ${id} --reden "…"`,
  ];
}
