import { access, constants, stat } from 'node:fs/promises';
import type { Session } from '../commandline/session.js';
import { CommandFailed, exitCodes } from '../exit-code.js';
import { openFileForm } from '../gateway/file-form.js';
import { importSourceSchema, sourcePath } from '../gateway/import-source.js';
import { runSchema, runsPath, type Run } from '../gateway/run.js';
import type { ProgressDisplay } from './progress-display.js';
import { uploadProgress } from './run-progress.js';

/** What run is asked for. */
export interface RunRequest {
  readonly sourceId: string;
  /** Also sends rows that did not change. */
  readonly full: boolean;
  /** Whole path of a file to send; without one the source is fetched. */
  readonly file: string | undefined;
}

/**
 * Starts a run of a source.
 * @throws CommandFailed when the file cannot be read or the gateway refuses
 */
export async function startRun({ gateway }: Session, { sourceId, full, file }: RunRequest, display: ProgressDisplay): Promise<Run> {
  if (file === undefined) return gateway.post(runSchema, runsPath, { bronId: sourceId, ...(full && { volledig: true }) });
  const form = await openFileForm({ bronId: sourceId, volledig: String(full) }, 'bestand', await plainFile(file));
  // A refusal halfway through a large file often breaks the connection before it can be read: ask first.
  await gateway.get(importSourceSchema, sourcePath(sourceId));
  return gateway.postForm(runSchema, runsPath, form, (sent) => display.show(uploadProgress(sent, form.length)));
}

/** @returns the path, of a file that can be read */
async function plainFile(path: string): Promise<string> {
  const found = await access(path, constants.R_OK).then(() => stat(path), unreadable(path));
  if (found.isFile()) return path;
  throw new CommandFailed(`${path} is geen gewoon bestand. Geef met --van-bestand één CSV-bestand.`, exitCodes.usage);
}

const unreadable = (path: string) => (error: NodeJS.ErrnoException): never => {
  const reason = error.code === 'ENOENT' ? 'bestaat niet' : `is niet te lezen (${error.code})`;
  throw new CommandFailed(`Het bestand ${path} ${reason}. Geef met --van-bestand een ander bestand.`, exitCodes.usage);
};
