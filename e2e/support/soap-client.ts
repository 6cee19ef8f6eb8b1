import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Installation } from './installation.js';
import { root } from './paths.js';

/** One call of a function of the WSDL. */
export interface SoapCall {
  readonly operation: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** What a foreign client made of the answer. */
export interface SoapOutcome {
  readonly result?: unknown;
  readonly fault?: { readonly message: string; readonly detail: string | null; readonly fields: readonly (string | null)[] };
}

/** Sent as `xsi:nil`. */
export const nil = { nil: true };

export const soapPorts = ['GidsImportSoap11', 'GidsImportSoap12'] as const;

/** Python's zeep, which reads the WSDL of an installation and calls it as somebody else's script would. */
export class SoapClient {
  constructor(
    private readonly installation: Pick<Installation, 'url' | 'tokenFile'>,
    readonly port: (typeof soapPorts)[number],
    /** The machine token unless told. */
    private readonly token?: string,
  ) {}

  /** @returns what came of the calls, in their order */
  async callAll(calls: readonly SoapCall[]): Promise<SoapOutcome[]> {
    const token = this.token ?? (await readFile(this.installation.tokenFile, 'utf8')).trim();
    return this.run({ wsdl: `${this.installation.url}/soap/import?wsdl`, token, port: this.port, calls });
  }

  async call(operation: string, args: SoapCall['arguments']): Promise<SoapOutcome> {
    const [outcome] = await this.callAll([{ operation, arguments: args }]);
    return outcome ?? {};
  }

  private async run(asked: object): Promise<SoapOutcome[]> {
    const python = process.env['GIDS_TEST_PYTHON'] ?? '/usr/bin/python3';
    const child = spawn(python, [join(root, 'e2e/support/soap_client.py')], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(JSON.stringify(asked));
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    if (code !== 0) throw new Error(`${python} with zeep ended with ${String(code)}: ${stderr}`);
    return JSON.parse(stdout) as SoapOutcome[];
  }
}
