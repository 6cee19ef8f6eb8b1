import type { ServerResponse } from 'node:http';
import { RequestRefused } from '@gids/contracts';
import { RequestClient, type Log } from '@gids/messaging';
import { LOG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import type { DoorRequest } from '../http/door-request.js';
import { askOptionsOf } from '../http/handles.decorator.js';
import { cutOffWhenStillSending } from '../http/problem.filter.js';
import type { Caller } from '../sign-in/caller.js';
import { openEnvelope } from './envelope.js';
import { refusalOf } from './faults.js';
import { ownNamespace, soap11, soapPath, type SoapVersion } from './namespaces.js';
import { parseXml, type XmlElement } from './parse-xml.js';
import { readArguments } from './read-arguments.js';
import { readMessage, versionOf } from './read-message.js';
import { refuseOtherAction } from './soap-action.js';
import { SoapAudit } from './soap-audit.js';
import { refusalOfOutsider, SoapCallers } from './soap-caller.js';
import type { SoapOperation } from './soap-operation.js';
import { operationNamed, soapOperations } from './soap-operations.js';
import { SoapRefusal } from './soap-refusal.js';
import { writeAnswer, writeFault } from './write-message.js';
import { writeWsdl } from './wsdl.js';

/** The functions of the seed over SOAP, on the same commands as REST (S2:106-112). */
@Injectable()
export class SoapDoor {
  private readonly wsdl: string;

  constructor(
    private readonly callers: SoapCallers,
    private readonly requests: RequestClient,
    private readonly audit: SoapAudit,
    links: ApiLinks,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.wsdl = writeWsdl(soapOperations, `${links.baseUrl}${soapPath}`);
  }

  /** Answers what is for this door; anything else goes on to the routes, where it is not found. */
  readonly handle = (request: DoorRequest, response: ServerResponse, next: () => void): void => {
    const [path, query] = request.originalUrl.split('?', 2);
    if (path !== soapPath) next();
    else if (request.method === 'GET' && query?.toLowerCase() === 'wsdl') send(response, 200, soap11, this.wsdl);
    else if (request.method === 'POST') void this.answer(request, response);
    else next();
  };

  private async answer(request: DoorRequest, response: ServerResponse): Promise<void> {
    const version = versionOf(request) ?? soap11;
    let operation: SoapOperation | undefined;
    try {
      request.caller = await this.callers.callerOf(request);
      const order = openEnvelope(parseXml(await readMessage(request)), version);
      operation = operationOf(order);
      refuseOtherAction(request, version, operation.name);
      send(response, 200, version, writeAnswer(version, operation.name, operation.output, await this.perform(operation, order, request, request.caller)));
    } catch (error) {
      if (response.headersSent || request.socket.destroyed) return void response.destroy();
      this.refuse(request, response, version, error, operation);
    }
  }

  private async perform(operation: SoapOperation, order: XmlElement, request: DoorRequest, caller: Caller): Promise<unknown> {
    const outsider = refusalOfOutsider(caller, operation);
    if (outsider) return this.audit.keep(request, caller, operation.name, {}, () => Promise.reject(outsider));
    const given = readArguments(operation.input, order);
    const work = () => operation.perform(given, { caller, ask: (definition, payload) => this.requests.ask(definition, payload, askOptionsOf(request)) });
    return operation.reads ? work() : this.audit.keep(request, caller, operation.name, given, work);
  }

  private refuse(request: DoorRequest, response: ServerResponse, version: SoapVersion, error: unknown, operation: SoapOperation | undefined): void {
    const refusal = refusalOf(error, operation?.faults ?? []);
    const { correlationId } = request;
    if (refusal.code === 'Server') this.tell(error, { correlationId, operation: operation?.name });
    for (const [name, value] of Object.entries(refusal.told.headers ?? {})) response.setHeader(name, value);
    send(response, statusFor(refusal, version), version, writeFault(version, refusal));
    cutOffWhenStillSending(request);
  }

  /** What a service refused or did not answer is in its own log; what nobody foresaw comes with its stack. */
  private tell(error: unknown, asked: Record<string, unknown>): void {
    if (error instanceof RequestRefused) this.log.warn({ ...asked, ...error.problem }, 'a service could not answer');
    else this.log.error({ ...asked, err: error }, 'a SOAP call failed');
  }
}

/** @throws SoapRefusal where the body asks for nothing that there is (RELIABILITY c4-92) */
function operationOf({ namespace, name }: XmlElement): SoapOperation {
  const operation = namespace === ownNamespace ? operationNamed(name) : undefined;
  if (operation) return operation;
  throw new SoapRefusal('Client', `De opdracht "${name.slice(0, 100)}" is hier niet bekend in de naamruimte "${namespace.slice(0, 200)}". Zie ${soapPath}?wsdl.`);
}

/** A message that could be read is answered as the binding of its SOAP version asks: 500, and in SOAP 1.2 400 where the sender is wrong. */
function statusFor({ code, told: { status } }: SoapRefusal, { name }: SoapVersion): number {
  return status ?? (name === '1.2' && code === 'Client' ? 400 : 500);
}

/** Our own type of content, whatever the request said (RELIABILITY c4-96). */
function send(response: ServerResponse, status: number, { mediaType }: SoapVersion, text: string): void {
  response.writeHead(status, { 'Content-Type': `${mediaType}; charset=utf-8`, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}
