export { eventually, type EventuallyOptions } from './eventually.js';
export { freePort } from './free-port.js';
export { canStartOwnBroker, startOwnBroker, type OwnBroker } from './own-broker.js';
export { createTestDatabase, testDatabaseServer, type TestDatabase } from './postgres.js';
export { createTestVhost, testBroker, type TestVhost } from './rabbitmq.js';
export { TcpProxy } from './tcp-proxy.js';
