import { randomUUID } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { createMachineToken, isMachineToken } from './secret.js';

const ownerOnly = 0o600;

/**
 * @returns the token that a file holds, or a new one that is written to it where it holds none
 * @throws the file system's error where the file can be neither read nor written
 */
export async function readOrWriteTokenFile(file: string): Promise<{ token: string; written: boolean }> {
  const kept = await readToken(file);
  if (kept !== undefined) {
    await chmod(file, ownerOnly);
    return { token: kept, written: false };
  }
  const token = createMachineToken();
  await writeWhole(file, `${token}\n`);
  return { token, written: true };
}

async function readToken(file: string): Promise<string | undefined> {
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return isMachineToken(content.trim()) ? content.trim() : undefined;
}

/** A process that ends half-way leaves no half a token. */
async function writeWhole(file: string, content: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, content, { mode: ownerOnly, flag: 'wx' });
  await rename(draft, file);
}
