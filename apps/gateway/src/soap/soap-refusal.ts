import type { InputError } from '../api/problem.js';
import type { FaultName } from './faults.js';

/** Whose fault it is, in the words of SOAP 1.1; 1.2 calls the first two Sender and Receiver. */
export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

interface Told {
  /** The typed detail that the WSDL declares; absent for what is wrong with the message itself. */
  readonly fault?: FaultName;
  readonly errors?: readonly InputError[];
  /** HTTP status where the message could not even be read; by the rule of the SOAP version where absent. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A fault to answer with; its text is for the person who asks, in Dutch. */
export class SoapRefusal extends Error {
  override readonly name = 'SoapRefusal';

  constructor(
    readonly code: FaultCode,
    message: string,
    readonly told: Told = {},
  ) {
    super(message);
  }
}

/** @returns the refusal of a message that is not what SOAP asks for; it is not even looked at what it wants */
export function unreadable(message: string, status = 400): SoapRefusal {
  return new SoapRefusal('Client', message, { status });
}
