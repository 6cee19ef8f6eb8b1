import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { filePartBytes, ReceiveFilePart, ShowRun, StartImport, type RunView } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { CONFIG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { inputErrorsOf } from '../http/input-errors.js';
import { problems } from '../http/problems.js';
import type { GatewayConfig } from '../settings.js';
import { partsOf, sendAllButLast, type FilePart } from './file-parts.js';
import { uploadFieldsSchema } from './import-runs.operations.js';
import { runIdFor } from './run-id.js';
import { asProblem, openUploadForm, type UploadForm } from './upload-form.js';

/** Who asks for a run. */
export interface RunOrder {
  readonly requestedBy: string;
  readonly asking: AskOptions;
  readonly idempotencyKey: string | undefined;
}

/** Room for the form around the file. */
const formBytes = 16_384;

/** Starts runs at the fetcher; a pushed file passes through in parts and is never held whole. */
@Injectable()
export class RunStarter {
  private readonly maximumBytes: number;

  constructor(
    private readonly requests: RequestClient,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {
    this.maximumBytes = config.GIDS_MAX_UPLOAD_MB * 1_048_576;
  }

  /** Plans a run whose file is fetched at the source. @throws RequestRefused where the fetcher refuses */
  pull({ sourceId, full, ...order }: RunOrder & { sourceId: string; full: boolean }): Promise<RunView> {
    return this.plan(order, { sourceId, full, transport: 'PULL' });
  }

  /**
   * Plans a run and passes on the file of the request's form. A client that leaves half-way leaves a run
   * that waits for the rest, until the fetcher's deadline.
   * @throws HttpProblem 400 or 413, RequestRefused where the fetcher refuses
   */
  async push(order: RunOrder, request: IncomingMessage): Promise<RunView> {
    if (Number(request.headers['content-length'] ?? 0) > this.maximumBytes + formBytes) throw this.tooLarge();
    const form = await openUploadForm(request, this.maximumBytes);
    const fields = uploadFieldsSchema.safeParse({ ...form.fields });
    if (!fields.success) throw problems.invalidInput(inputErrorsOf(fields.error.issues, form.fields));
    const { bronId: sourceId, volledig: full } = fields.data;
    const run = await this.plan(order, { sourceId, full, transport: 'PUSH', fileName: form.fileName });
    if (awaitsItsFile(run)) await this.passOn(form, run.id, order.asking);
    else await leaveUnread(form);
    return this.requests.ask(ShowRun, { runId: run.id }, order.asking);
  }

  /** The last part goes only when the form turned out right to its end: a run never gets half a file for a whole one. */
  private async passOn({ content, finished }: UploadForm, runId: string, asking: AskOptions): Promise<void> {
    const send = async ({ index, content: bytes }: FilePart, last: boolean) => {
      await this.requests.ask(ReceiveFilePart, { runId, index, content: bytes.toString('base64'), last }, asking);
    };
    const lastPart = await sendAllButLast(partsOf(content, filePartBytes), (part) => send(part, false)).catch(asProblem);
    if (isTruncated(content)) throw this.tooLarge();
    await finished;
    await send(lastPart, true);
  }

  private plan(
    { requestedBy, asking, idempotencyKey }: RunOrder,
    start: { sourceId: string; full: boolean; transport: RunView['transport']; fileName?: string | undefined },
  ): Promise<RunView> {
    const runId = runIdFor(start.sourceId, idempotencyKey);
    return this.requests.ask(StartImport, { ...start, runId, requestedBy }, asking);
  }

  private tooLarge() {
    return problems.tooLarge(`${this.config.GIDS_MAX_UPLOAD_MB} MB`);
  }
}

async function leaveUnread({ content, finished }: UploadForm): Promise<void> {
  content.resume();
  await finished;
}

/** A repeat with the same key may find a run that has its file already. */
function awaitsItsFile({ state, phase, transport }: RunView): boolean {
  return transport === 'PUSH' && (state === 'PLANNED' || (state === 'RUNNING' && phase === 'FETCHING'));
}

function isTruncated(content: Readable & { truncated?: boolean }): boolean {
  return content.truncated === true;
}
