import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { addressSchema } from '../recipients/address.js';
import { FileTransport, fileNameOf } from './file-transport.js';
import type { Mail } from './mail-transport.js';

const mail: Mail = {
  id: '0123456789abcdef0123456789abcdef',
  recipient: addressSchema.parse('jan@voorbeeld.nl'),
  thread: 'duo-po',
  subject: 'Import voltooid – 3 wijzigingen',
  text: 'Alles is gelukt.',
  html: '<p>Alles is gelukt.</p>',
  writtenAt: new Date('2026-08-04T06:00:30.123Z'),
};

describe('mail as files', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-mail-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const transport = () => new FileTransport(join(folder, 'post'), addressSchema.parse('gids@voorbeeld.nl'));
  const path = () => join(folder, 'post', fileNameOf(mail));

  it('is a whole RFC 5322 mail that only its owner can read', async () => {
    expect(await transport().send(mail)).toMatchObject({ kind: 'accepted', detail: '20260804T060030Z-0123456789abcdef0123456789abcdef.eml' });
    const content = await readFile(path());
    expect(content.includes('\r\n\r\n')).toBe(true);
    expect(await PostalMime.parse(content)).toMatchObject({
      subject: mail.subject,
      text: expect.stringMatching(/^Alles is gelukt\.\n*$/),
      messageId: `<${mail.id}@voorbeeld.nl>`,
      to: [{ address: mail.recipient }],
    });
    expect((await stat(path())).mode & 0o777).toBe(0o600);
  });

  it('is one file however often it is sent, and after a crash halfway too', async () => {
    await transport().send(mail);
    await writeFile(join(folder, 'post', `.${fileNameOf(mail)}.part`), 'half a ma');
    await transport().send(mail);
    expect(await readdir(join(folder, 'post'))).toEqual([fileNameOf(mail)]);
    expect(await PostalMime.parse(await readFile(path()))).toMatchObject({ text: expect.stringMatching(/^Alles is gelukt\.\n*$/) });
  });

  it('waits where the folder cannot be written', async () => {
    await writeFile(join(folder, 'post'), 'a file in the way');
    expect(await transport().send(mail)).toMatchObject({ kind: 'unreachable', code: 'EEXIST' });
  });
});
