import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filePartBytes, finalRunStates, ReceiveFilePart, ShowRun, StartImport, type RunView } from '@gids/contracts';
import type { RequestClient } from '@gids/messaging';

/** A demo file and the run that imports it: always the same run, so that a demo that was cut short goes on. */
interface DemoFile {
  readonly sourceId: string;
  readonly fileName: string;
  readonly runId: string;
}

const demoFiles: readonly DemoFile[] = [
  { sourceId: 'duo-po', fileName: 'duo-po-demo.csv', runId: '019a9f3e-0000-7000-8000-000000000001' },
  { sourceId: 'lrk', fileName: 'lrk-demo.csv', runId: '019a9f3e-0000-7000-8000-000000000002' },
];

const lookAgainMs = 100;

/** Imports the demo files that were not imported yet. @param progress told of every step of a run */
export async function importDemo(client: RequestClient, progress: (run: RunView) => void): Promise<RunView[]> {
  const finished: RunView[] = [];
  for (const demo of demoFiles) {
    const run = await client.ask(StartImport, { ...demo, transport: 'PUSH', full: false, requestedBy: 'demo' });
    if (finalRunStates.includes(run.state)) continue;
    if (run.phase === 'FETCHING') await sendFile(client, demo);
    finished.push(await follow(client, run.id, progress));
  }
  return finished;
}

async function sendFile(client: RequestClient, { fileName, runId }: DemoFile): Promise<void> {
  const path = fileURLToPath(new URL(`../demo/${fileName}`, import.meta.url));
  let index = 0;
  let previous: Buffer | undefined;
  const send = (part: Buffer, last: boolean) => client.ask(ReceiveFilePart, { runId, index, content: part.toString('base64'), last });
  for await (const chunk of createReadStream(path, { highWaterMark: filePartBytes })) {
    if (previous) await send(previous, false).then(() => (index += 1));
    previous = chunk as Buffer;
  }
  await send(previous ?? Buffer.alloc(0), true);
}

async function follow(client: RequestClient, runId: string, progress: (run: RunView) => void): Promise<RunView> {
  for (;;) {
    const run = await client.ask(ShowRun, { runId });
    progress(run);
    if (finalRunStates.includes(run.state) || run.state === 'HELD') return run;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
}
