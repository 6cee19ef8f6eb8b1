import { RequestUnanswered, type RequestHandler, type Subscription } from '../bus.js';
import { InHand } from '../in-hand.js';
import { within } from '../within.js';

/** Requests between services of one process: no broker, the same promise (DESIGN §5). */
export class LocalRequests {
  private readonly handlers = new Map<string, RequestHandler>();

  async request(queue: string, payload: Buffer, timeout: number): Promise<Buffer> {
    const handler = this.handlers.get(queue);
    if (!handler) throw new RequestUnanswered(`Nobody serves ${queue}`);
    return within(timeout, handler(payload), `Answer from ${queue}`).catch((error: unknown) => {
      throw new RequestUnanswered((error as Error).message, { cause: error });
    });
  }

  serve(queue: string, handler: RequestHandler): Subscription {
    const inHand = new InHand();
    const counted: RequestHandler = async (payload) => {
      const reply = Promise.resolve(payload).then(handler);
      inHand.add(reply.then(() => undefined));
      return reply;
    };
    this.handlers.set(queue, counted);
    return {
      attached: () => this.handlers.get(queue) === counted,
      drain: async () => {
        if (this.handlers.get(queue) === counted) this.handlers.delete(queue);
        await inHand.settled();
      },
    };
  }
}
