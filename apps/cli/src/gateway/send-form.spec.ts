import { appendFileSync } from 'node:fs';
import { mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goodToken, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';
import { exampleRun } from '../testing/example-run.js';
import { openFileForm } from './file-form.js';
import { GatewayClient } from './gateway-client.js';
import { runSchema, runsPath } from './run.js';

const mebibyte = 1024 * 1024;

describe('sending a file', () => {
  let standIn: StandInGateway;
  let folder: string;
  let file: string;
  const send = async (onSent: (bytes: number) => void = () => undefined) => {
    const client = new GatewayClient(new URL(standIn.url), { value: goodToken, place: 'GIDS_TOKEN' });
    const form = await openFileForm({ bronId: 'duo-po', volledig: 'true' }, 'bestand', file);
    return client.postForm(runSchema, runsPath, form, onSent);
  };

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
    folder = await mkdtemp(join(tmpdir(), 'gids-upload-'));
    file = join(folder, 'schöol "1".csv');
    await writeFile(file, 'NAAM;PLAATS\nDe Regenboog;Emmen\n');
  });
  afterEach(async () => {
    await standIn.stop();
    await rm(folder, { recursive: true });
  });

  it('puts the fields before the file and keeps its name', async () => {
    expect(await send()).toEqual(exampleRun());
    expect(standIn.forms).toEqual([
      {
        parts: ['bronId', 'volledig', 'bestand'],
        values: { bronId: 'duo-po', volledig: 'true' },
        fileName: 'schöol %221%22.csv',
        fileBytes: 31,
        fileStart: 'NAAM;PLAATS\nDe Regenboog;Emmen\n',
      },
    ]);
  });

  it('sends an empty file as it is: the gateway judges', async () => {
    await truncate(file);
    await send();
    expect(standIn.forms[0]).toMatchObject({ parts: ['bronId', 'volledig', 'bestand'], fileBytes: 0 });
  });

  it('stops reading the file while the receiver does not read, so that a file of any size takes little memory', async () => {
    await truncate(file, 128 * mebibyte);
    let sent = 0;
    let sentUnread = 0;
    let received = 0;
    /** Other work on the same disk gets done a thousand times, and still nothing more is sent. */
    const standstill = async () => {
      for (let before = sent, turns = 0; turns < 1_000; turns = sent === before ? turns + 1 : 0, before = sent) await stat(file);
    };
    standIn.answers.set('POST /v1/importruns', async (request, response) => {
      await standstill();
      sentUnread = sent;
      for await (const chunk of request) received += (chunk as Buffer).length;
      reply(response, 201, exampleRun());
    });
    await send((bytes) => (sent = bytes));
    // What the operating system itself may hold for a connection is a few megabytes on both sides.
    expect(sentUnread).toBeLessThan(24 * mebibyte);
    expect(sent).toBeGreaterThan(128 * mebibyte);
    expect(received).toBe(sent);
  });

  it('reads a refusal that comes before all is sent', async () => {
    await truncate(file, 64 * mebibyte);
    standIn.answers.set('POST /v1/importruns', (_request, response) => problem(response, 413, 'Het bestand is te groot.'));
    await expect(send()).rejects.toMatchObject({ status: 413, message: 'Het bestand is te groot.' });
  });

  it('says so when the file changes while it is sent', async () => {
    await truncate(file, 8 * mebibyte);
    const growing = send((bytes) => {
      if (bytes < mebibyte) appendFileSync(file, 'Nieuwe School;Emmen\n');
    });
    await expect(growing).rejects.toThrow('Het bestand is tijdens het versturen gewijzigd');
    expect(standIn.forms).toEqual([]);
  });

  it('says so when the connection breaks', async () => {
    standIn.answers.set('POST /v1/importruns', (request) => void request.socket.destroy());
    await expect(send()).rejects.toThrow(`De gateway op ${standIn.url} is niet bereikbaar`);
  });
});
