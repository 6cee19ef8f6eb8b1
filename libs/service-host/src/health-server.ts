import { createServer, type Server, type ServerResponse } from 'node:http';
import type { RunningService } from './start-service.js';

/**
 * Health and metrics of one process, on a port of their own. `live` asks nothing of database or broker:
 * a restart does not mend those. `ready` does, and also asks whether the consumers are attached.
 */
export async function startHealthServer(port: number, service: RunningService): Promise<Server> {
  const server = createServer((request, response) => void answer(request.url ?? '', service, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return server;
}

async function answer(url: string, service: RunningService, response: ServerResponse): Promise<void> {
  switch (url) {
    case '/health/live':
      return send(response, 200, { status: 'ok' });
    case '/health/ready': {
      const readiness = await service.readiness();
      const ready = Object.values(readiness).every(Boolean);
      return send(response, ready ? 200 : 503, { service: service.name, ready, ...readiness });
    }
    case '/metrics':
      response.writeHead(200, { 'content-type': service.metrics.registry.contentType });
      return void response.end(await service.metrics.registry.metrics().catch(() => ''));
    default:
      return send(response, 404, { status: 'unknown' });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
