import { Controller, Inject, Logger, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  ClientProxyFactory, Ctx, EventPattern, Payload, RmqContext, Transport, type ClientProxy, type MicroserviceOptions,
} from '@nestjs/microservices';
import { brokerUrl } from '../../measure/broker-url.ts';
import { MessageHandler } from './message-handler.ts';
import type { Message } from './messages.ts';

const urls = [brokerUrl];

/** Durable and replicated, as the importer needs it; cheaper than a classic queue for single messages as well. */
const queueOptions = { durable: true, arguments: { 'x-queue-type': 'quorum' } };

/** Messages that may be in a stage's hands at the same time. */
const prefetchCount = 10;

/**
 * The controller of a stage. The decorators are applied by hand, as Node runs this file by leaving out its types, and
 * decorators are no types. A handler that fails puts its message back, because the transport would leave it unacknowledged.
 */
function controllerFor(pattern: string): Type {
  class StageController {
    private readonly logger = new Logger(StageController.name);
    private readonly handler: MessageHandler;

    constructor(handler: MessageHandler) {
      this.handler = handler;
    }

    async receive(message: Message<never>, context: RmqContext): Promise<void> {
      try {
        await this.handler.handle(message);
        context.getChannelRef().ack(context.getMessage());
      } catch (error) {
        this.logger.error(error);
        context.getChannelRef().nack(context.getMessage());
      }
    }
  }
  const descriptor = Object.getOwnPropertyDescriptor(StageController.prototype, 'receive') as PropertyDescriptor;
  EventPattern(pattern)(StageController.prototype, 'receive', descriptor);
  Payload()(StageController.prototype, 'receive', 0);
  Ctx()(StageController.prototype, 'receive', 1);
  Inject(MessageHandler)(StageController, undefined, 0);
  Controller()(StageController);
  return StageController;
}

/** Starts to consume a queue with Nest's own RabbitMQ transport, acknowledging each message after its commit. */
export async function listen(queue: string, pattern: string, handler: MessageHandler): Promise<void> {
  class StageModule {}
  Module({ controllers: [controllerFor(pattern)], providers: [{ provide: MessageHandler, useValue: handler }] })(StageModule);
  const application = await NestFactory.createMicroservice<MicroserviceOptions>(StageModule, {
    transport: Transport.RMQ,
    options: { urls, queue, queueOptions, noAck: false, prefetchCount },
  });
  await application.listen();
}

/** Nest's client that sends to a queue; an emitted message is confirmed by the broker. */
export function clientOf(queue: string): ClientProxy {
  return ClientProxyFactory.create({
    transport: Transport.RMQ,
    options: { urls, queue, queueOptions, persistent: true },
  });
}
