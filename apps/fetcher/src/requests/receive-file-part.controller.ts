import { filePartBytes, noRight, ReceiveFilePart, RequestRefused, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { inTransaction, sqlOf, type Sql } from '@gids/persistence';
import { CONFIG } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import type { FetcherConfig } from '../fetcher.config.js';
import { countParts, findPart, savePart } from '../files/file-store.js';
import type { RunRow } from '../runs/run-row.js';
import { fileIsIn, lockRun, noteReceived } from '../runs/run-store.js';
import { RunWorker } from '../runs/run-worker.js';
import { unknownRun } from './run-refusals.js';
import { maySendFile } from './run-rights.js';

const megabyte = 1024 * 1024;

/**
 * Receives pushed files part by part (R6), in any order but for the last, which closes the file. Each part may come any
 * number of times, also when the file is closed: an answer can get lost.
 */
@Controller()
export class ReceiveFilePartController {
  constructor(
    private readonly orm: MikroORM,
    private readonly worker: RunWorker,
    @Inject(CONFIG) private readonly config: FetcherConfig,
  ) {}

  @AnswersRequest(ReceiveFilePart)
  async receiveFilePart({ runId, index, content, last }: PayloadOf<typeof ReceiveFilePart>, { actor }: RequestContext): Promise<ReplyOf<typeof ReceiveFilePart>> {
    const part = this.read(content, index);
    const receivedBytes = await inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      const run = await lockRun(sql, runId);
      if (!run) throw unknownRun(runId);
      if (!maySendFile(actor, { importId: run.import_id, requestedBy: run.requested_by })) throw noRight(`Het bestand van run ${runId} stuurt wie die run startte.`);
      const news = await this.store(sql, run, index, part);
      if (last && run.phase === 'FETCHING') await close(sql, runId, index + 1);
      return Number(run.bytes_read) + news;
    });
    if (last) this.worker.poke();
    return { receivedBytes };
  }

  /** @throws RequestRefused where the text is no base64, or the part or the file is too large */
  private read(content: string, index: number): Buffer {
    const part = Buffer.from(content, 'base64');
    if (part.length !== Buffer.byteLength(content, 'base64')) {
      throw new RequestRefused({ kind: 'invalid', code: 'notBase64', message: `Deel ${index} van het bestand is onderweg beschadigd. Stuur het opnieuw.` });
    }
    if (part.length > filePartBytes) throw refused('partTooLarge', `Een deel van het bestand mag hoogstens ${filePartBytes} bytes zijn.`);
    const { GIDS_MAX_FILE_MB: most } = this.config;
    if (index * filePartBytes + part.length > most * megabyte) throw refused('fileTooLarge', `Het bestand is groter dan ${most} MB.`);
    return part;
  }

  /** @returns how many bytes are new */
  private async store(sql: Sql, run: RunRow, index: number, part: Buffer): Promise<number> {
    const found = await findPart(sql, run.id, index, part);
    const receiving = run.transport === 'PUSH' && run.phase === 'FETCHING';
    if (found === 'same' && run.transport === 'PUSH') {
      if (receiving) await noteReceived(sql, run.id, 0);
      return 0;
    }
    if (!receiving) throw refused('notReceiving', `Run ${run.id} verwacht geen bestand (meer).`);
    if (found === 'different') {
      throw refused('partDiffers', `Deel ${index} van het bestand is al met een andere inhoud ontvangen. Stuur het andere bestand in een nieuwe run.`);
    }
    await savePart(sql, run.id, index, part);
    await noteReceived(sql, run.id, part.length);
    return part.length;
  }
}

async function close(sql: Sql, runId: string, parts: number): Promise<void> {
  const received = await countParts(sql, runId);
  if (received < parts) {
    throw refused('partsMissing', `Van het bestand zijn ${received - 1} van ${parts} delen ontvangen. Stuur de andere, en dan het laatste opnieuw.`);
  }
  if (received > parts) {
    throw refused('partDiffers', `Er zijn al ${received} delen ontvangen en dit bestand heeft er ${parts}. Stuur het andere bestand in een nieuwe run.`);
  }
  await fileIsIn(sql, runId);
}

function refused(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
