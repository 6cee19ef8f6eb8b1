type Write = (fields: Record<string, unknown>, message: string) => void;

/** What this library asks of a logger; pino fits. */
export interface Log {
  debug: Write;
  info: Write;
  warn: Write;
  error: Write;
}
