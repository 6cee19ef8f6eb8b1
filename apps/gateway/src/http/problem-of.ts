import { RequestRefused, type Problem } from '@gids/contracts';
import { classifyError } from '@gids/persistence';
import { HttpException } from '@nestjs/common';
import type { InputError } from '../api/problem.js';
import { apiFieldOf } from './field-names.js';
import { HttpProblem, problems } from './problems.js';

/** @returns the problem that an error is to the person who asked; what nobody foresaw tells nothing of itself (N4) */
export function problemOf(error: unknown, path: string): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof RequestRefused) return problemOfRefusal(error.problem);
  if (error instanceof HttpException) return problemOfFramework(error.getStatus(), path);
  if (classifyError(error) !== 'other') return problems.unavailable();
  return problems.unexpected();
}

function problemOfRefusal({ kind, code, message, errors }: Problem): HttpProblem {
  const content = { detail: message, code, ...(errors && { fouten: errors.map(toInputError) }) };
  switch (kind) {
    case 'notFound':
      return new HttpProblem(404, { title: 'Niet gevonden', ...content });
    case 'invalid':
      return new HttpProblem(400, { title: 'Ongeldige invoer', ...content });
    case 'conflict':
      return new HttpProblem(409, { title: 'Kan nu niet', ...content });
    case 'forbidden':
      return new HttpProblem(403, { title: 'Geen recht', ...content });
    case 'stale':
      return new HttpProblem(412, { title: 'Intussen gewijzigd', ...content });
    case 'unavailable':
      return problems.unavailable(message);
    case 'unexpected':
      return problems.unexpected(message);
  }
}

function toInputError({ field, code, message }: NonNullable<Problem['errors']>[number]): InputError {
  return { veld: apiFieldOf(field), code, melding: message };
}

/** The framework itself only knows routes that are not there and addresses that cannot be read. */
function problemOfFramework(status: number, path: string): HttpProblem {
  if (status === 404) return problems.noRoute(path);
  return status < 500 ? problems.unreadableRequest() : problems.unexpected();
}
