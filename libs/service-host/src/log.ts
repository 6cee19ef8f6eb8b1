import { pino, type DestinationStream, type Logger } from 'pino';

/** Values that never reach a log, wherever they stand (N38). */
const redacted = ['authorization', 'cookie', 'set-cookie', 'password', 'apiKey', 'token', 'email', 'phone', 'address'];

/** JSON lines with service and level; newlines inside values are escaped by JSON itself. */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: redacted.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '[weggelaten]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
