import { requestsOf, RequestRefused, type Problem, type RequestDefinition, type ServiceName } from '@gids/contracts';
import { classifyError } from '@gids/persistence';
import { z, ZodError } from 'zod';
import type { Log } from '../log.js';
import type { RequestContext } from '../requests/request-context.js';
import { readRequest, writeProblem, writeReply } from '../requests/wire.js';

type Answer = (definition: RequestDefinition, payload: unknown, context: RequestContext) => Promise<unknown>;

/** Answers requests: checks what comes in and what goes out, and turns every failure into a problem. */
export class RequestDispatcher {
  private readonly definitions: ReadonlyMap<string, RequestDefinition>;

  constructor(
    service: ServiceName,
    private readonly answer: Answer,
    private readonly log: Log,
  ) {
    this.definitions = new Map(requestsOf(service).map((definition) => [definition.name, definition]));
  }

  async dispatch(body: Buffer): Promise<Buffer> {
    try {
      const request = readRequest(body);
      const definition = this.definitions.get(request.name);
      if (!definition) throw new RequestRefused({ kind: 'invalid', code: 'unknownRequest', message: `Onbekende opdracht: ${request.name}` });
      const reply = await this.answer(definition, definition.payload.parse(request.payload), { actor: request.actor });
      return writeReply(definition.reply.parse(reply));
    } catch (error) {
      return writeProblem(this.problemOf(error));
    }
  }

  private problemOf(error: unknown): Problem {
    if (error instanceof RequestRefused) return error.problem;
    if (error instanceof ZodError || error instanceof SyntaxError) {
      const message = error instanceof ZodError ? z.prettifyError(error) : error.message;
      this.log.warn({ err: error }, 'request or answer does not keep its contract');
      return { kind: 'invalid', code: 'invalidRequest', message: `De opdracht is niet juist: ${message}` };
    }
    this.log.error({ err: error }, 'request failed');
    if (classifyError(error) !== 'other') {
      return { kind: 'unavailable', code: 'databaseUnavailable', message: 'De gegevens zijn nu niet bereikbaar. Probeer het over een ogenblik opnieuw.' };
    }
    return { kind: 'unexpected', code: 'unexpected', message: 'Er ging iets mis bij het uitvoeren van de opdracht. De beheerder vindt de oorzaak in het logboek.' };
  }
}
