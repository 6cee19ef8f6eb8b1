import type { IncomingMessage } from 'node:http';
import { problems } from './problems.js';

/** Bounds of a body that is read into memory. */
export interface BodyLimits {
  /** In bytes. */
  readonly largest: number;
  /** The same, in words. */
  readonly named: string;
  /** Time in which it must be in, in milliseconds. */
  readonly patience: number;
}

/** Reads a whole body. @throws HttpProblem 413 where it is too large, also where it only says so, and 408 where it is too slow */
export async function readBytes(request: IncomingMessage, limits: BodyLimits): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limits.largest) throw problems.tooLarge(limits.named);
  let late: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(problems.tooSlow()), limits.patience);
  });
  try {
    return await Promise.race([collect(request, limits), tooSlow]);
  } finally {
    clearTimeout(late);
  }
}

function collect(request: IncomingMessage, { largest, named }: BodyLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largest) return reject(problems.tooLarge(named));
      chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
