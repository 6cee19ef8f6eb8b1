import type { DataOf, Envelope, EventDefinition, PayloadOf, ReplyOf, RequestDefinition } from '@gids/contracts';
import { Ctx, EventPattern, MessagePattern, Payload } from '@nestjs/microservices';
import type { FrameContext } from '../consume/frame-handler.js';
import type { RequestContext } from '../requests/request-context.js';

/** A decorator that only fits methods of one shape. */
type MethodFor<Shape> = <Method extends Shape>(target: object, key: string, method: TypedPropertyDescriptor<Method>) => void;

type Handles<Definition extends EventDefinition> = (events: Envelope<DataOf<Definition>>[], context: FrameContext) => Promise<void>;
type Answers<Definition extends RequestDefinition> = (payload: PayloadOf<Definition>, context: RequestContext) => Promise<ReplyOf<Definition>>;

/** The framework's `@EventPattern`, with the compiler's word that the method takes this event and its frame. */
export function HandlesEvent<Definition extends EventDefinition>(definition: Definition): MethodFor<Handles<Definition>> {
  return (target, key, method) => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    (EventPattern(definition.name) as MethodDecorator)(target, key, method);
  };
}

/** The framework's `@MessagePattern`, with the compiler's word that the method answers this request; who asks comes second. */
export function AnswersRequest<Definition extends RequestDefinition>(definition: Definition): MethodFor<Answers<Definition>> {
  return (target, key, method) => {
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
    (MessagePattern(definition.name) as MethodDecorator)(target, key, method);
  };
}
