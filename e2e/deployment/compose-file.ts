import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What the checks need of a container of `docker-compose.yml`; merge keys are already resolved. */
export interface Container {
  readonly image: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: readonly string[] };
  readonly init?: boolean;
  readonly read_only?: boolean;
  readonly restart?: string;
  readonly stop_grace_period?: string;
  readonly mem_limit?: string;
  readonly container_name?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @returns a file of the repository, by its path from the root */
export function repositoryFile(path: string): string {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
}

/** @returns the containers as docker compose makes them with this environment. @throws Error where a required value is missing */
export function readContainers(environment: Environment): Record<string, Container> {
  const file: unknown = parse(repositoryFile('docker-compose.yml'), { merge: true });
  return (interpolateAll(file, environment) as { services: Record<string, Container> }).services;
}

/** Every variable that a compose file asks for, with what stands behind `:-` or `:?`. */
export function variablesOf(text: string): { name: string; required: boolean }[] {
  return [...text.matchAll(variable)].map(([, name = '', operator]) => ({ name, required: operator === ':?' }));
}

/** @returns the values of a file of lines `NAME=value` */
export function readEnvironmentFile(path: string): Record<string, string> {
  const lines = repositoryFile(path).split('\n').filter((line) => /^[A-Z]/.test(line));
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)) as [string, string][]);
}

const variable = /\$\{([A-Z0-9_]+)(?:(:[-?])([^}]*))?\}/g;

function interpolateAll(value: unknown, environment: Environment): unknown {
  if (typeof value === 'string') return interpolate(value, environment);
  if (Array.isArray(value)) return value.map((item) => interpolateAll(item, environment));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolateAll(item, environment)]));
}

function interpolate(text: string, environment: Environment): string {
  return text.replace(variable, (_, name: string, operator: string | undefined, operand = '') => {
    const given = environment[name];
    if (given) return given;
    if (operator === ':?') throw new Error(`${name}: ${operand}`);
    return operand;
  });
}
