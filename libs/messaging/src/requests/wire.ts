import { actorSchema, problemSchema, RequestRefused, type Problem } from '@gids/contracts';
import { z } from 'zod';

/** A request on the wire. */
const requestSchema = z.object({ name: z.string(), payload: z.unknown(), correlationid: z.string(), actor: actorSchema.optional() });
export type WireRequest = z.infer<typeof requestSchema>;

const replySchema = z.union([z.object({ reply: z.unknown() }), z.object({ problem: problemSchema })]);

export function writeRequest(request: WireRequest): Buffer {
  return Buffer.from(JSON.stringify(request));
}

/** @throws where the bytes are no request */
export function readRequest(body: Buffer): WireRequest {
  return requestSchema.parse(JSON.parse(body.toString('utf8')));
}

export function writeReply(reply: unknown): Buffer {
  return Buffer.from(JSON.stringify({ reply: reply ?? null }));
}

export function writeProblem(problem: Problem): Buffer {
  return Buffer.from(JSON.stringify({ problem }));
}

/** @throws RequestRefused where the service refused */
export function readReply(body: Buffer): unknown {
  const answer = replySchema.parse(JSON.parse(body.toString('utf8')));
  if ('problem' in answer) throw new RequestRefused(answer.problem);
  return answer.reply;
}
