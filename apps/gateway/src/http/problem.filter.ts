import type { ServerResponse } from 'node:http';
import { RequestRefused } from '@gids/contracts';
import type { Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ApiProblem } from '../api/problem.js';
import { Refusals } from '../audit/refusals.js';
import type { DoorRequest } from './door-request.js';
import { problemOf } from './problem-of.js';
import { problemPage } from './problem-page.js';
import type { HttpProblem } from './problems.js';

/** Time in which a client that is still sending may read why it was refused, before it is cut off. */
const lingerMs = 5_000;

/** Answers every error as `application/problem+json` (N4): no stack, no names of hosts or tables. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: Refusals,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<DoorRequest>();
    const response = http.getResponse<ServerResponse>();
    if (hasLeft(request)) return this.log.debug({ correlationId: request.correlationId }, 'client left before the answer');
    const path = request.originalUrl.split('?', 1)[0] ?? '';
    const problem = problemOf(error, path);
    const { correlationId, method, operation } = request;
    this.refusals.tell(request, problem.status);
    if (problem.status >= 500) this.tell(error, { correlationId, method, path });
    if (response.headersSent) return void response.destroy();
    if (operation?.page && accepts(request, 'text/html')) sendPage(response, problem);
    else send(response, problem, { path, correlationId });
    cutOffWhenStillSending(request);
  }

  /** What a service refused or did not answer is in its own log; what nobody foresaw comes with its stack. */
  private tell(error: unknown, asked: Record<string, unknown>): void {
    if (error instanceof RequestRefused) this.log.warn({ ...asked, ...error.problem }, 'a service could not answer');
    else this.log.error({ ...asked, err: error }, 'request failed');
  }
}

function accepts({ headers }: DoorRequest, mediaType: string): boolean {
  return headers.accept?.toLowerCase().includes(mediaType) ?? false;
}

/** A request that was read to its end is destroyed too, but complete. */
function hasLeft(request: DoorRequest): boolean {
  return request.socket.destroyed || (request.destroyed && !request.complete);
}

function send(response: ServerResponse, problem: HttpProblem, { path, correlationId }: { path: string; correlationId: string }): void {
  const { title, detail, code, fouten } = problem.content;
  const body: ApiProblem = {
    type: 'about:blank',
    status: problem.status,
    title,
    detail,
    instance: path,
    ...(code && { code }),
    correlatieId: correlationId,
    ...(fouten && { fouten: [...fouten] }),
  };
  response.writeHead(problem.status, {
    ...problem.headers,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json; charset=utf-8',
  });
  response.end(JSON.stringify(body));
}

function sendPage(response: ServerResponse, problem: HttpProblem): void {
  response.writeHead(problem.status, { ...problem.headers, 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' });
  response.end(problemPage(problem));
}

/** Reads on, so that a client that is still sending hears the answer; and no longer than it takes to do so. */
export function cutOffWhenStillSending(request: DoorRequest): void {
  if (request.complete) return;
  const cutOff = setTimeout(() => request.socket.destroy(), lingerMs).unref();
  request.once('close', () => clearTimeout(cutOff));
  request.unpipe();
  request.resume();
}
