import { setTimeout as delay } from 'node:timers/promises';
import { dropFile, savePart } from '../files/file-store.js';
import { FetchFailed } from '../files/fetch-failed.js';
import { pullFile, type PullLimits } from '../files/pull.js';
import type { Phase } from './phase.js';
import { handOver, underClaim, updateRun } from './run-claim.js';

const attempts = 3;
const pauseMs = 2_000;
/** Who asks us to wait longer than this is not asked again in this run. */
const longestPauseMs = 60_000;

/** Pulls the file of a run into the database; a broken transfer starts again from the first byte. @throws FetchFailed */
export async function fetchFile(phase: Phase, url: string, limits: PullLimits): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pullOnce(phase, url, limits);
    } catch (error) {
      if (!(error instanceof FetchFailed) || attempt === attempts) throw error;
      const pause = Math.max(pauseMs * attempt, error.advice.pause ?? 0);
      if (!error.advice.again || pause > longestPauseMs) throw error;
      await delay(pause, undefined, { signal: phase.stop }).catch(() => phase.stop.throwIfAborted());
    }
  }
}

async function pullOnce({ orm, run, source, stop }: Phase, url: string, limits: PullLimits): Promise<void> {
  await underClaim(orm, run, (sql) => dropFile(sql, run.id));
  const pulled = await pullFile(url, source.userAgent, limits, stop);
  try {
    await underClaim(orm, run, (sql) => updateRun(sql, run, 'declared_bytes = $4, bytes_total = $4, bytes_read = 0', [pulled.declaredBytes]));
    let index = 0;
    for await (const part of pulled.parts) {
      await underClaim(orm, run, async (sql) => {
        await savePart(sql, run.id, index, part);
        await updateRun(sql, run, 'bytes_read = bytes_read + $4', [part.length]);
      });
      index += 1;
    }
  } finally {
    pulled.close();
  }
  await underClaim(orm, run, (sql) => handOver(sql, run, 'CHECKING'));
}
