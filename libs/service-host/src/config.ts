import { z } from 'zod';

/** Settings by the name of their environment variable; each has a `describe` text and, if it may be left out, a default. */
export type Settings = z.ZodObject<Record<string, z.ZodType>>;
export type ConfigOf<Definition extends Settings> = z.infer<Definition>;

/** A whole number from an environment variable. */
export const wholeNumber = (minimum: number, maximum: number) =>
  z.coerce.number().int().min(minimum).max(maximum);

/** `1`/`true` and `0`/`false`. */
export const onOff = z.stringbool({ truthy: ['1', 'true'], falsy: ['0', 'false'] });

/**
 * Reads settings from the environment; empty counts as absent.
 * @throws with one sentence per wrong variable, all of them together
 */
export function readConfig<Definition extends Settings>(settings: Definition, env: NodeJS.ProcessEnv): ConfigOf<Definition> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = settings.safeParse(given);
  if (result.success) return result.data as ConfigOf<Definition>;
  const sentences = result.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}.`);
  throw new ConfigError(sentences.join('\n'));
}

/** Settings are missing or wrong; the process ends with this sentence and no stack. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** One line of the table of environment variables in the README. */
export interface SettingDescription {
  readonly name: string;
  readonly description: string;
  /** Absent where the variable is required. */
  readonly defaultValue: string | undefined;
}

/** @returns what the README says of these settings, from the code that reads them */
export function describeSettings(settings: Settings): SettingDescription[] {
  return Object.entries(settings.shape).map(([name, schema]) => ({
    name,
    description: schema.description ?? '',
    defaultValue: defaultOf(schema),
  }));
}

function defaultOf(schema: z.ZodType): string | undefined {
  const withoutValue = schema.safeParse(undefined);
  if (!withoutValue.success) return undefined;
  return withoutValue.data === undefined ? 'none' : String(withoutValue.data);
}
