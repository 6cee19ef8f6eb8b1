import { RequestRefused, type Problem } from '@gids/contracts';
import { classifyError } from '@gids/persistence';
import { HttpException } from '@nestjs/common';
import { HttpProblem, problems } from './problems.js';

/** @returns the problem that an error is to the person who asked; what nobody foresaw tells nothing of itself (N4) */
export function problemOf(error: unknown, path: string): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof RequestRefused) return problemOfRefusal(error.problem);
  if (error instanceof HttpException) return problemOfFramework(error.getStatus(), path);
  if (classifyError(error) !== 'other') return problems.unavailable();
  return problems.unexpected();
}

function problemOfRefusal({ kind, code, message }: Problem): HttpProblem {
  switch (kind) {
    case 'notFound':
      return new HttpProblem(404, { title: 'Niet gevonden', detail: message, code });
    case 'invalid':
      return new HttpProblem(400, { title: 'Ongeldige invoer', detail: message, code });
    case 'conflict':
      return new HttpProblem(409, { title: 'Kan nu niet', detail: message, code });
    case 'unavailable':
      return problems.unavailable(message);
    case 'unexpected':
      return problems.unexpected(message);
  }
}

/** The framework itself only knows routes that are not there and addresses that cannot be read. */
function problemOfFramework(status: number, path: string): HttpProblem {
  if (status === 404) return problems.noRoute(path);
  return status < 500 ? problems.unreadableRequest() : problems.unexpected();
}
