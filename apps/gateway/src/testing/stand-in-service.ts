import { requests as definitions, type Actor, type PayloadOf, type Problem, type ReplyOf, type RequestDefinition, type ServiceName } from '@gids/contracts';
import { requestQueueOf, type LocalRequests, type Subscription } from '@gids/messaging';

interface Asked {
  readonly name: string;
  readonly payload: unknown;
  readonly actor?: Actor;
}

type Answer<Definition extends RequestDefinition> = (payload: PayloadOf<Definition>) => ReplyOf<Definition> | Promise<ReplyOf<Definition>>;

/** Answers for another service on the requests of this process, and remembers what it was asked. */
export class StandInService {
  readonly asked: Asked[] = [];
  private readonly answers = new Map<string, (payload: unknown) => unknown>();
  private readonly subscription: Subscription;

  constructor(requests: LocalRequests, service: ServiceName) {
    this.subscription = requests.serve(requestQueueOf(service), async (body) => Buffer.from(JSON.stringify(await this.answer(body))));
  }

  replies<Definition extends RequestDefinition>(definition: Definition, answer: Answer<Definition>): this {
    this.answers.set(definition.name, answer as (payload: unknown) => unknown);
    return this;
  }

  refuses(definition: RequestDefinition, problem: Problem): this {
    this.answers.set(definition.name, () => {
      throw new Refusal(problem);
    });
    return this;
  }

  /** Answers nothing any more. */
  leave(): Promise<void> {
    return this.subscription.drain();
  }

  /** @returns what was asked by this name */
  payloadsOf<Definition extends RequestDefinition>(definition: Definition): PayloadOf<Definition>[] {
    return this.asked.filter(({ name }) => name === definition.name).map(({ payload }) => payload as PayloadOf<Definition>);
  }

  /** @returns who asked by this name, as the service was told */
  actorsOf(definition: RequestDefinition): (Actor | undefined)[] {
    return this.asked.filter(({ name }) => name === definition.name).map(({ actor }) => actor);
  }

  private async answer(body: Buffer): Promise<object> {
    const asked = JSON.parse(body.toString('utf8')) as Asked;
    this.asked.push(asked);
    const { name, payload } = asked;
    const definition = definitions.find((known) => known.name === name);
    const answer = this.answers.get(name);
    if (!definition || !answer) throw new Error(`The stand-in has no answer to ${name}`);
    try {
      return { reply: definition.reply.parse(await answer(definition.payload.parse(payload))) };
    } catch (error) {
      if (error instanceof Refusal) return { problem: error.problem };
      throw error;
    }
  }
}

class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
