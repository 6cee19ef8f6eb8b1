import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { eventually } from '@gids/testing';
import { addressSchema, type Address } from '../recipients/address.js';
import { TestMailServer, type ServerOptions } from '../testing/test-mail-server.js';
import type { Mail } from './mail-transport.js';
import { SmtpTransport } from './smtp-transport.js';

const mail: Mail = {
  id: '0123456789abcdef0123456789abcdef',
  recipient: addressSchema.parse('jan@voorbeeld.nl'),
  thread: 'duo-po',
  subject: 'Import voltooid',
  text: 'Alles is gelukt.',
  html: '<p>Alles is gelukt.</p>',
  writtenAt: new Date('2026-08-04T06:00:30.000Z'),
};
const from = addressSchema.parse('gids@voorbeeld.nl');
const to = (url: string, requireTls = false) => new SmtpTransport({ url, requireTls, from });
const noStop = new AbortController().signal;

describe('mail over SMTP', () => {
  let server: TestMailServer | undefined;

  const listen = async (options?: ServerOptions) => (server = await TestMailServer.listen(options));

  afterEach(async () => {
    await server?.close();
  });

  it('has the same Message-ID on every try', async () => {
    const { url, arrivals } = await listen();
    for (let attempt = 1; attempt <= 2; attempt += 1) expect(await to(url).send(mail, noStop)).toMatchObject({ kind: 'accepted' });
    expect(arrivals.map(({ mail: arrived }) => arrived.messageId)).toEqual(Array(2).fill(`<${mail.id}@voorbeeld.nl>`));
  });

  it('is not given to a server that cannot show whose it is (D 61)', async () => {
    const { url, arrivals } = await listen({ startTls: true });
    expect(await to(url, true).send(mail, noStop)).toMatchObject({ kind: 'unreachable' });
    expect(arrivals).toHaveLength(0);
  });

  it('cannot be turned to others by its texts', async () => {
    const { url, recipients, arrivals } = await listen();
    const injected = 'Import\r\nBcc: evil@x.nl\r\n\r\n.\r\nRCPT TO:<evil@x.nl>';
    await to(url).send({ ...mail, subject: injected, text: `.\r\n${injected}`, thread: injected }, noStop);
    expect(recipients()).toEqual([mail.recipient]);
    expect(arrivals[0]?.mail.bcc).toBeUndefined();
  });

  it.each(['b@x.nl\r\nRCPT TO:<evil@x.nl>', 'a@x.nl>\r\nRCPT TO:<evil@x.nl', 'a@x.nl, evil@x.nl', 'Jan <evil@x.nl>'])(
    'has one recipient even where %j got past the check of addresses',
    async (recipient) => {
      const { url, recipients } = await listen();
      await to(url).send({ ...mail, recipient: recipient as Address }, noStop);
      expect(recipients()).not.toContain('evil@x.nl');
      expect(recipients().length).toBeLessThanOrEqual(1);
    },
  );

  it('broken off while the server thinks about the content: nobody knows (D 53)', async () => {
    const { promise, resolve } = Promise.withResolvers();
    const slow = await listen();
    slow.manners = { content: promise };
    const stop = new AbortController();
    const outcome = to(slow.url).send(mail, stop.signal);
    await eventually(() => slow.arrivals.length === 1);
    stop.abort();
    expect(await outcome).toMatchObject({ kind: 'unknown', code: 'EABORT' });
    resolve(undefined);
  });
});

it('a server that says nothing has got nothing when the attempt is broken off', async () => {
  const silent = createServer();
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const connected = once(silent, 'connection');
  const stop = new AbortController();
  const outcome = to(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`).send(mail, stop.signal);
  const [socket] = await connected;
  stop.abort();
  expect(await outcome).toMatchObject({ kind: 'unreachable', code: 'EABORT' });
  socket.destroy();
  silent.close();
});
