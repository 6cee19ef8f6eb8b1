import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Outcome } from '../delivery/delivery.js';
import type { Address } from '../recipients/address.js';
import { compose } from './compose.js';
import type { Mail, MailTransport } from './mail-transport.js';

/** The names that `fileNameOf` gives; other files in the folder are not ours to remove. */
const mailFile = /^\d{8}T\d{6}Z-[0-9a-f]{32}\.eml$/;

const ownerOnly = { directory: 0o700, file: 0o600 } as const;

/**
 * Keeps mail as `.eml` files, for as long as no mail server is configured. The name of a file follows from its
 * message, so that the same message is one file however often it is sent.
 */
export class FileTransport implements MailTransport {
  readonly repeatable = true;
  readonly longestSendMs = 30_000;
  private readonly composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly directory: string,
    private readonly from: Address,
  ) {}

  async send(mail: Mail): Promise<Outcome> {
    try {
      const { message } = await this.composer.sendMail(compose(mail, this.from));
      const name = fileNameOf(mail);
      await this.write(name, message as Buffer);
      return { kind: 'accepted', code: 'file', detail: name };
    } catch (error) {
      const { code = 'unknown', message } = error as NodeJS.ErrnoException;
      return { kind: 'unreachable', code, detail: message };
    }
  }

  async forget(before: Date): Promise<void> {
    const names = await readdir(this.directory).catch(() => []);
    const old = names.filter((name) => mailFile.test(name) && name < timeOf(before));
    for (const name of old) await rm(join(this.directory, name), { force: true });
  }

  /** A reader never sees half a mail, and after a crash the file is whole or absent. */
  private async write(name: string, content: Buffer): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: ownerOnly.directory });
    const unfinished = join(this.directory, `.${name}.part`);
    const file = await open(unfinished, 'w', ownerOnly.file);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(this.directory, name));
  }
}

/** @returns `<time>-<message id>.eml`: a listing of the directory is in the order of writing. */
export function fileNameOf({ id, writtenAt }: Pick<Mail, 'id' | 'writtenAt'>): string {
  return `${timeOf(writtenAt)}-${id}.eml`;
}

function timeOf(moment: Date): string {
  return moment.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
}
