import type { NodemailerError } from 'nodemailer';
import type { Outcome } from '../delivery/delivery.js';
import { outcomeOf } from './smtp-outcome.js';

const answered = (responseCode: number, command: string, code = 'EENVELOPE'): Partial<NodemailerError> => ({
  responseCode,
  command,
  code,
  permanent: responseCode >= 500 && responseCode !== 503,
});
const error = (fields: Partial<NodemailerError>): NodemailerError => Object.assign(new Error('what went wrong'), fields);

describe('an error before the content has left', () => {
  it.each<[string, Partial<NodemailerError>, Outcome['kind']]>([
    ['connection refused', { code: 'ESOCKET', command: 'CONN' }, 'unreachable'],
    ['no such server', { code: 'EDNS', command: 'CONN' }, 'unreachable'],
    ['time-out', { code: 'ETIMEDOUT', command: 'CONN' }, 'unreachable'],
    ['certificate refused', { code: 'ETLS', command: 'CONN' }, 'unreachable'],
    ['STARTTLS refused', answered(502, 'STARTTLS', 'ETLS'), 'unreachable'],
    ['broken off', { code: 'EABORT' }, 'unreachable'],
    ['421 at connect', answered(421, 'CONN', 'EPROTOCOL'), 'unreachable'],
    ['554 at connect', answered(554, 'CONN', 'EPROTOCOL'), 'unreachable'],
    ['535 at login', answered(535, 'AUTH PLAIN', 'EAUTH'), 'unreachable'],
    ['530 at MAIL', answered(530, 'MAIL FROM'), 'unreachable'],
    ['451 at MAIL', answered(451, 'MAIL FROM'), 'refusedForNow'],
    ['450 at RCPT', answered(450, 'RCPT TO'), 'refusedForNow'],
    ['503 at RCPT', answered(503, 'RCPT TO'), 'refusedForNow'],
    ['550 at RCPT', answered(550, 'RCPT TO'), 'refused'],
    ['552 at MAIL', answered(552, 'MAIL FROM'), 'refused'],
    ['larger than the server takes', { code: 'EMESSAGE', command: 'MAIL FROM' }, 'refused'],
    ['an address that cannot be sent', { code: 'EENVELOPE', command: 'API' }, 'refused'],
  ])('%s', (_name, fields, kind) => {
    expect(outcomeOf(error(fields), false).kind).toBe(kind);
  });
});

describe('an error after the content has left', () => {
  it.each<[string, Partial<NodemailerError>, Outcome['kind']]>([
    ['line broken', { code: 'ECONNECTION', command: 'CONN' }, 'unknown'],
    ['time-out', { code: 'ETIMEDOUT', command: 'CONN' }, 'unknown'],
    ['broken off', { code: 'EABORT' }, 'unknown'],
    ['something that is no answer', { code: 'EPROTOCOL', command: 'CONN' }, 'unknown'],
    ['421', answered(421, 'DATA', 'EMESSAGE'), 'refusedForNow'],
    ['554', answered(554, 'DATA', 'EMESSAGE'), 'refused'],
  ])('%s', (_name, fields, kind) => {
    expect(outcomeOf(error(fields), true).kind).toBe(kind);
  });
});

it('has a code for the log without the words of the server, which may hold an address (N38)', () => {
  expect(outcomeOf(error({ ...answered(550, 'RCPT TO'), message: 'jan@voorbeeld.nl unknown' }), false)).toEqual({
    kind: 'refused',
    code: '550 RCPT TO',
    detail: 'jan@voorbeeld.nl unknown',
  });
});
