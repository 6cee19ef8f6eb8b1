import type { NodemailerError } from 'nodemailer';
import type { Outcome } from '../delivery/delivery.js';

/** Commands whose answer is about the connection or our account, whoever the mail is for. */
const sessionCommands = /^(CONN|EHLO|HELO|STARTTLS|AUTH.*)$/;
const authenticationRequired = 530;
/** Codes of errors that lie in the mail itself and come without an answer of the server. */
const mailCodes: readonly (string | undefined)[] = ['EENVELOPE', 'EMESSAGE', 'ESTREAM', 'EFILEACCESS', 'EURLACCESS'];

/**
 * What an error of an attempt means (RELIABILITY D 52–57).
 * @param contentLeft whether the end of the content had been handed over for sending: from then on no answer
 *   means that the server may have the mail
 */
export function outcomeOf(error: NodemailerError, contentLeft: boolean): Outcome {
  return { kind: kindOf(error, contentLeft), code: codeOf(error), detail: error.message };
}

function kindOf(error: NodemailerError, contentLeft: boolean): Outcome['kind'] {
  const { responseCode, permanent, command = '', code } = error;
  const refusal = responseCode !== undefined && responseCode >= 400;
  if (contentLeft) return refusal ? refusalOf(permanent) : 'unknown';
  if (responseCode === authenticationRequired || sessionCommands.test(command)) return 'unreachable';
  if (refusal) return refusalOf(permanent);
  return mailCodes.includes(code) ? 'refused' : 'unreachable';
}

function refusalOf(permanent: boolean | undefined): Outcome['kind'] {
  return permanent ? 'refused' : 'refusedForNow';
}

function codeOf({ responseCode, code, command }: NodemailerError): string {
  return [responseCode ?? code ?? 'unknown', command].filter(Boolean).join(' ');
}
