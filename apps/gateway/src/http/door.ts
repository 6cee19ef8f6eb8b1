import { STATUS_CODES, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { CONFIG } from '@gids/service-host';
import type { INestApplication } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { ApiLinks } from '../api/links.js';
import type { ApiProblem } from '../api/problem.js';
import type { GatewayConfig } from '../settings.js';
import type { DoorRequest } from './door-request.js';
import { SoapDoor } from '../soap/soap-door.js';
import { problems } from './problems.js';
import { apiVersion } from './version.js';

const headersTimeoutMs = 15_000;
/** A file of half a gigabyte over a slow line takes its time. */
const requestTimeoutMs = 30 * 60_000;

type Middleware = (request: DoorRequest, response: ServerResponse, next: (error?: unknown) => void) => void;

/** Sets up what is the same for every request, before the routes are live. */
export function configureDoor(app: INestApplication): void {
  const config = app.get<GatewayConfig>(CONFIG);
  const express = app.getHttpAdapter().getInstance() as { set(name: string, value: unknown): void };
  express.set('x-powered-by', false);
  express.set('etag', false);
  express.set('trust proxy', config.GIDS_TRUSTED_PROXIES);
  app.use(correlate, addHeaders(app.get(ApiLinks).baseUrl), refuseTrailingSlash, app.get(SoapDoor).handle);
  configureServer(app.getHttpServer() as Server);
}

/** Takes over the caller's correlation id, where it is harmless, and gives it back. */
const correlate: Middleware = (request, response, next) => {
  const given = request.headers['x-correlation-id'];
  request.correlationId = typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : uuidv7();
  response.setHeader('X-Correlation-Id', request.correlationId);
  next();
};

/** The headers of N2 and N13, on errors too. */
function addHeaders(baseUrl: string): Middleware {
  const headers = {
    ...standardHeaders,
    ...(baseUrl.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  };
  return (_request, response, next) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    next();
  };
}

const standardHeaders = {
  'API-Version': apiVersion,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** A slash at the end is another address, which is not there (N7); the router would take both. */
const refuseTrailingSlash: Middleware = (request, _response, next) => {
  const path = request.originalUrl.split('?', 1)[0] ?? '';
  next(path.length > 1 && path.endsWith('/') ? problems.noRoute(path) : undefined);
};

function configureServer(server: Server): void {
  server.headersTimeout = headersTimeoutMs;
  server.requestTimeout = requestTimeoutMs;
  server.on('clientError', refuseUnreadable);
}

/** What is no HTTP never reaches a route; it too gets a problem for an answer. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const { status, detail } = unreadable[error.code ?? ''] ?? { status: 400, detail: 'De vraag is geen geldige HTTP.' };
  const body: ApiProblem = { type: 'about:blank', status, title: 'Onleesbare vraag', detail, instance: '', correlatieId: uuidv7() };
  const text = JSON.stringify(body);
  const headers = {
    ...standardHeaders,
    Connection: 'close',
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Length': String(Buffer.byteLength(text)),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`);
}

const unreadable: Readonly<Record<string, { status: number; detail: string }>> = {
  HPE_HEADER_OVERFLOW: { status: 431, detail: 'De kopregels of het adres zijn te lang.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, detail: 'De vraag kwam niet op tijd binnen.' },
};
