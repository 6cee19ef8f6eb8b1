import { randomBytes } from 'node:crypto';
import { filePartBytes, ReceiveFilePart, RequestRefused, StartImport } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from '../testing/fetcher-under-test.js';
import { fileOf, schools } from '../testing/source-file.js';

let subject: FetcherUnderTest;
let runId: string;

beforeAll(async () => {
  subject = await FetcherUnderTest.create();
  await subject.start({ GIDS_MAX_FILE_MB: '1' });
});

beforeEach(async () => {
  await subject.clear();
  ({ id: runId } = await subject.ask(StartImport, { runId: uuidv7(), sourceId: 'duo-po', transport: 'PUSH', full: false, requestedBy: 'test' }));
});

afterAll(() => subject.close());

const file = fileOf('duo-po', schools(0, 10));
const [head, middle, tail] = [file.subarray(0, 400), file.subarray(400, 800), file.subarray(800)];

const send = (index: number, part: Uint8Array, last = false) => subject.sendPart(runId, index, part, last);
const expectWhole = async () => expect((await subject.settled(runId)).counts).toMatchObject({ read: 10, added: 10 });

async function refusal(request: Promise<unknown>): Promise<string> {
  const error: unknown = await request.then(() => new Error('the part was taken'), (reason: unknown) => reason);
  if (!(error instanceof RequestRefused)) throw error;
  expect(error.problem.message).toMatch(/^[A-Z].*\.$/);
  return `${error.problem.kind} ${error.problem.code}`;
}

describe('R6 the parts of a pushed file', () => {
  it('come one after the other', async () => {
    expect(await send(0, head)).toEqual({ receivedBytes: 400 });
    expect(await send(1, middle)).toEqual({ receivedBytes: 800 });
    expect((await subject.show(runId)).progress.bytesRead).toBe(800);
    expect(await send(2, tail, true)).toEqual({ receivedBytes: file.length });
    await expectWhole();
  });

  it('come in another order, the last one last', async () => {
    await send(1, middle);
    await send(0, head);
    await send(2, tail, true);
    await expectWhole();
  });

  it('come at once', async () => {
    await Promise.all([send(0, head), send(1, middle), send(0, head), send(1, middle)]);
    await send(2, tail, true);
    await expectWhole();
  });

  it('come twice and count once, the last one too: its answer can get lost', async () => {
    for (const [index, part] of [head, head, middle].entries()) await send(Math.max(0, index - 1), part);
    expect(await send(1, middle)).toEqual({ receivedBytes: 800 });
    expect(await send(2, tail, true)).toEqual({ receivedBytes: file.length });
    expect(await send(2, tail, true)).toEqual({ receivedBytes: file.length });
    expect(await send(0, head)).toEqual({ receivedBytes: file.length });
    await expectWhole();
    expect(await send(2, tail, true)).toEqual({ receivedBytes: file.length });
  });

  it('are no file yet while one is missing; when it comes, the last one closes the file', async () => {
    await send(0, head);
    expect(await refusal(send(2, tail, true))).toBe('conflict partsMissing');
    expect(await subject.show(runId)).toMatchObject({ state: 'PLANNED', phase: 'FETCHING', progress: { bytesRead: 400 } });
    await send(1, middle);
    await send(2, tail, true);
    await expectWhole();
  });

  it('are of one file: another content in the place of a part is refused', async () => {
    await send(0, head);
    expect(await refusal(send(0, middle))).toBe('conflict partDiffers');
    expect(await refusal(send(0, head.subarray(1)))).toBe('conflict partDiffers');
    await send(1, middle);
    await send(2, tail, true);
    await expectWhole();
  });

  it('are of one file: fewer than came before is refused', async () => {
    await send(0, head);
    await send(1, middle);
    expect(await refusal(send(0, head, true))).toBe('conflict partDiffers');
  });

  it('may be none but an empty one: an empty file is refused as a file', async () => {
    expect(await send(0, Buffer.alloc(0), true)).toEqual({ receivedBytes: 0 });
    expect(await subject.settled(runId)).toMatchObject({ state: 'REFUSED', problem: { code: 'EMPTY' } });
  });

  it('come too late when the file is closed', async () => {
    await send(0, file, true);
    expect(await refusal(send(1, middle))).toBe('conflict notReceiving');
    await expectWhole();
    await subject.complete(runId);
    expect(await refusal(send(1, middle, true))).toBe('conflict notReceiving');
  });

  it('that come beside the closing of the file are never part of it', async () => {
    const [closing, late] = await Promise.allSettled([send(0, file, true), send(1, middle)]);
    expect([closing.status, late.status].filter((status) => status === 'rejected')).toHaveLength(1);
    if (closing.status === 'fulfilled') await expectWhole();
    else expect((await subject.show(runId)).phase).toBe('FETCHING');
  });

  it('are of at most 256 KiB, together at most what is allowed', async () => {
    const full = randomBytes(filePartBytes);
    expect(await refusal(send(0, Buffer.concat([full, Buffer.of(10)])))).toBe('conflict partTooLarge');
    for (const index of [0, 1, 2, 3]) await send(index, full);
    expect(await refusal(send(4, Buffer.of(10), true))).toBe('conflict fileTooLarge');
    expect(await refusal(send(2 ** 31, Buffer.of(10)))).toBe('conflict fileTooLarge');
    expect((await subject.show(runId)).progress.bytesRead).toBe(4 * filePartBytes);
  });

  it('that were damaged on their way are refused', async () => {
    const damaged = (content: string) => refusal(subject.ask(ReceiveFilePart, { runId, index: 0, content, last: true }));
    expect(await damaged('UFJP*klOQ0lF')).toBe('invalid notBase64');
    expect(await damaged('dit is geen base64')).toBe('invalid notBase64');
  });
});

describe('a run that waits for its file', () => {
  const minutesLeft = async () => {
    const [row] = await subject.schema.sql().all<{ minutes: number }>('SELECT round(extract(epoch FROM deadline - now()) / 60)::int AS minutes FROM run WHERE id = $1', [runId]);
    return row?.minutes;
  };

  it('ends soon when the upload is broken off, and has its whole time again with every part', async () => {
    expect(await minutesLeft()).toBe(5);
    for (const part of [head, head]) {
      await subject.schema.sql().run("UPDATE run SET deadline = now() + interval '1 minute'");
      await send(0, part);
      expect(await minutesLeft()).toBe(5);
    }
  });
});

describe('a part is not for', () => {
  it('a run that does not exist', async () => {
    expect(await refusal(subject.sendPart(uuidv7(), 0, head))).toBe('notFound unknownRun');
  });

  it('a run that pulls its file itself', async () => {
    await subject.schema.sql().run("UPDATE run SET state = 'RUNNING', transport = 'PULL', lease_until = 'infinity' WHERE id = $1", [runId]);
    expect(await refusal(send(0, head))).toBe('conflict notReceiving');
  });

  it('a run that has ended', async () => {
    await subject.schema.sql().run("UPDATE run SET deadline = now() - interval '1 second'");
    await eventually(() => subject.show(runId), { until: ({ state }) => state === 'FAILED' });
    expect(await refusal(send(0, head))).toBe('conflict notReceiving');
  });
});
