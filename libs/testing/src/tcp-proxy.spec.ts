import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { eventually } from './eventually.js';
import { TcpProxy } from './tcp-proxy.js';

let echo: Server;
let received: string;
let proxy: TcpProxy;

beforeEach(async () => {
  received = '';
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received += chunk.toString();
      socket.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await TcpProxy.to((echo.address() as AddressInfo).port);
});

afterEach(async () => {
  await proxy.close();
  echo.close();
});

async function connected(): Promise<{ socket: Socket; answer: () => string }> {
  const socket = connect(proxy.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, answer: () => answer };
}

it('forwards both ways', async () => {
  const { socket, answer } = await connected();
  socket.write('hello');
  await eventually(() => answer() === 'hello');
});

it('cut ends connections with a reset, and lets new ones through', async () => {
  const { socket, answer } = await connected();
  socket.write('hello');
  await eventually(answer);
  const error = once(socket, 'error');
  proxy.cut();
  expect((await error)[0]).toMatchObject({ code: 'ECONNRESET' });
  const next = await connected();
  next.socket.write('again');
  await eventually(() => next.answer() === 'again');
});

it('pause holds bytes back until it is restored', async () => {
  const { socket, answer } = await connected();
  socket.write('one,');
  await eventually(answer);
  proxy.pause();
  socket.write('two');
  await roundTripPastProxy();
  expect(received).toBe('one,.');
  proxy.restore();
  await eventually(() => answer() === 'one,two');
});

it('blackhole swallows bytes without telling, and restore cuts who lost some', async () => {
  const { socket, answer } = await connected();
  socket.write('one,');
  await eventually(answer);
  proxy.blackhole();
  socket.write('lost');
  const late = await connected();
  late.socket.write('lost as well');
  await roundTripPastProxy();
  expect(received).toBe('one,.');
  expect(socket.destroyed || late.socket.destroyed).toBe(false);
  const error = once(socket, 'error');
  proxy.restore();
  expect((await error)[0]).toMatchObject({ code: 'ECONNRESET' });
  const next = await connected();
  next.socket.write('three');
  await eventually(() => next.answer() === 'three');
});

/** Sends a dot straight to the server; when it is back, bytes written before it have arrived too, if they were let through. */
async function roundTripPastProxy(): Promise<void> {
  const socket = connect((echo.address() as AddressInfo).port, '127.0.0.1');
  socket.write('.');
  await once(socket, 'data');
  socket.destroy();
}
