import { z } from 'zod';
import { CommandFailed, exitCodes, type ExitCode } from '../exit-code.js';
import type { MachineToken } from './machine-token.js';

/** An answer of the gateway, read whole. */
export interface Reply {
  readonly status: number;
  readonly body: string;
}

/** problem+json as the gateway writes it (N4): all wrong fields together. */
const problemSchema = z.looseObject({
  title: z.string().nullish(),
  detail: z.string().nullish(),
  /** Leads to the log lines of this one request. */
  correlatieId: z.string().nullish(),
  fouten: z.array(z.looseObject({ veld: z.string().nullish(), melding: z.string() })).nullish(),
});

const exitCodeByStatus: Readonly<Record<number, ExitCode>> = { 400: exitCodes.usage, 401: exitCodes.noRight, 403: exitCodes.noRight };

/** The gateway said no; `status` tells a caller what to make of it. */
export class GatewayRefused extends CommandFailed {
  constructor(
    readonly status: number,
    message: string,
    details: readonly string[] = [],
  ) {
    super(message, exitCodeByStatus[status] ?? exitCodes.error, details);
  }
}

/** @returns the refusal in words for the user, from an answer that is not 2xx */
export function refusalOf(reply: Reply, address: URL, token: MachineToken): GatewayRefused {
  if (reply.status === 401) return new GatewayRefused(401, signInAdvice(token));
  const problem = problemIn(reply.body);
  const said = problem?.detail || problem?.title;
  if (!problem || !said) return new GatewayRefused(reply.status, strangerAdvice(address, reply.status));
  const trace = reply.status >= 500 && problem.correlatieId ? [`Noem bij een melding: ${problem.correlatieId}`] : [];
  return new GatewayRefused(reply.status, said, [...(problem.fouten ?? []).map(faultLine), ...trace]);
}

function problemIn(body: string): z.infer<typeof problemSchema> | undefined {
  try {
    return problemSchema.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

const faultLine = ({ veld, melding }: { veld?: string | null | undefined; melding: string }): string => (veld ? `${veld}: ${melding}` : melding);

const strangerAdvice = (address: URL, status: number): string =>
  `${address.origin} gaf een antwoord dat niet van de gateway van G!DS import is (HTTP ${status}). Klopt het adres?`;

function signInAdvice({ value, place }: MachineToken): string {
  return value
    ? `De gateway neemt het token uit ${place} niet aan. Geef een geldig machinetoken met --token-bestand of GIDS_TOKEN.`
    : `Er is geen machinetoken: ${place} bestaat niet. De eerste "npm start" maakt het; ` +
        'start deze opdracht in dezelfde map, of geef een token met --token-bestand of GIDS_TOKEN.';
}
