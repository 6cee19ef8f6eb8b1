import { json } from 'node:stream/consumers';
import type { DeadLetter, ServiceQueues } from '../gateway/queue.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, reply, StandInGateway } from '../testing/stand-in-gateway.js';
import { layOutTable } from '../terminal/table.js';
import { deadLetterLines, queueColumns, queueRows } from './queue-lines.js';

const id = '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f';
const letter: DeadLetter = {
  id,
  wachtrij: 'mapper.pipeline',
  berichtId: 'b-1',
  soort: 'nl.gids.import.row-parsed.v1',
  runId: null,
  onderwerp: '00AB00',
  reden: 'mislukt',
  fout: 'onverwachte waarde',
  pogingen: 4,
  status: 'open',
  aantalOpnieuw: 0,
  ontstaanOp: '2026-11-22T05:00:00.000Z',
};
const mapper: ServiceQueues = {
  dienst: 'mapper',
  bereikbaar: true,
  wachtrijen: [
    { naam: 'mapper.pipeline', wachtend: 1_200, verwerkersAangesloten: true },
    { naam: 'mapper.requests', wachtend: 0, verwerkersAangesloten: false },
  ],
  uitgaand: 3,
  terzijde: 1,
};
const notifier: ServiceQueues = { dienst: 'notifier', bereikbaar: false, wachtrijen: [], uitgaand: 0, terzijde: 0 };

describe('queues on a terminal', () => {
  it('shows each queue, and a service that does not answer', () => {
    const rows = queueRows([mapper, notifier]);
    const table = layOutTable(queueColumns, rows, 100);
    expect([table.header, ...rows.map((row) => table.line(row))]).toEqual([
      'Dienst    Wachtrij         Verwerking        Wachtend  Uitgaand  Terzijde',
      'mapper    mapper.pipeline  aangesloten          1.200         3         1',
      'mapper    mapper.requests  niet aangesloten         0         3         1',
      'notifier                   antwoordt niet           0         0         0',
    ]);
  });

  it('lays out the content of a message, or shows that it is no JSON', () => {
    expect(deadLetterLines({ ...letter, inhoud: '{"naam":"Ark"}' }).slice(-3)).toEqual(['{', '  "naam": "Ark"', '}']);
    expect(deadLetterLines({ ...letter, inhoud: '{"naam":\u001B[2J' }).at(-1)).toBe('"{\\"naam\\":\\u001b[2J"');
  });
});

describe('wachtrij', () => {
  let standIn: StandInGateway;
  const wachtrij = (...args: string[]) => runCommandLine(['wachtrij', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it('status gives a line per queue for scripts', async () => {
    standIn.answers.set('GET /v1/wachtrijen', (_request, response) => reply(response, 200, { _embedded: { item: [mapper, notifier] } }));
    expect(await wachtrij('status')).toEqual({
      code: 0,
      stdout: 'mapper\tmapper.pipeline\taangesloten\t1200\t3\t1\nmapper\tmapper.requests\tlosgeraakt\t0\t3\t1\nnotifier\t\tonbereikbaar\t0\t0\t0\n',
      stderr: '',
    });
  });

  it('toon lists what a service set aside and still waits', async () => {
    standIn.answers.set('GET /v1/wachtrijen/mapper/berichten', (_request, response) => reply(response, 200, page([letter])));
    expect(await wachtrij('toon', 'mapper')).toEqual({
      code: 0,
      stdout: `${id}\tnl.gids.import.row-parsed.v1\t00AB00\tmislukt\t4\t2026-11-22T05:00:00.000Z\tonverwachte waarde\n`,
      stderr: '1 bericht\n',
    });
    expect(standIn.asked).toEqual(['GET /v1/wachtrijen/mapper/berichten?status=open&pageSize=100&count=true&page=1']);
  });

  it('toon shows one message with its content', async () => {
    standIn.answers.set(`GET /v1/wachtrijen/mapper/berichten/${id}`, (_request, response) => reply(response, 200, { ...letter, inhoud: '[]' }));
    const { code, stdout } = await wachtrij('toon', 'mapper', id);
    expect(code).toBe(0);
    expect(stdout).toContain('Fout               onverwachte waarde\n');
    expect(stdout).toMatch(/\n\n\[\]\n$/);
  });

  it.each([
    [['mapper', id, 'ander'], { ids: [id, 'ander'] }],
    [['mapper', '--alles'], {}],
  ])('opnieuw %j sends again', async (args, body) => {
    const bodies: unknown[] = [];
    standIn.answers.set('POST /v1/wachtrijen/mapper/_opnieuw', async (request, response) => {
      bodies.push(await json(request));
      reply(response, 200, { opnieuwVerstuurd: 2 });
    });
    expect(await wachtrij('opnieuw', ...args)).toEqual({ code: 0, stdout: '2 berichten opnieuw verstuurd.\n', stderr: '' });
    expect(bodies).toEqual([body]);
  });

  it.each([[['mapper']], [['mapper', id, '--alles']]])('opnieuw %j does not guess which', async (args) => {
    expect(await wachtrij('opnieuw', ...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('of --alles voor alle berichten van de dienst') });
    expect(standIn.asked).toEqual([]);
  });
});
