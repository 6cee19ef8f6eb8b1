import type { DoorRequest } from '../http/door-request.js';
import type { Operation } from '../http/operation.js';
import { auditEntryOf } from './entry-of.js';

const operation = { id: 'doeIets' } as Operation;

function entryOf(request: Partial<DoorRequest>) {
  return auditEntryOf({ originalUrl: '/v1/dingen/12?stil=true', params: {}, correlationId: 'x', ...request } as DoorRequest, operation);
}

describe('what the audit log keeps of a request', () => {
  it('e27 is who asked for what', () => {
    const caller = { kind: 'key', name: 'levering', systemAdministrator: false, importRights: ['duo'] } as const;
    expect(entryOf({ caller, ip: '192.0.2.17', input: { query: { stil: true }, body: { reden: 'Bezwaar', weg: undefined } } })).toEqual({
      actorKind: 'key',
      actor: 'levering',
      address: '192.0.2.17',
      correlationId: 'x',
      operation: 'doeIets',
      object: 'dingen/12',
      asked: { stil: true, reden: 'Bezwaar' },
    });
  });

  it.each([
    ['was not read', undefined, undefined],
    ['is empty', { query: {} }, undefined],
    ['is no object', { body: [1, 2] }, { inhoud: [1, 2] }],
  ])('e27 of input that %s', (_what, input, asked) => {
    expect(entryOf({ input }).asked).toEqual(asked);
    expect(entryOf({ input })).toMatchObject({ actorKind: 'anonymous', actor: undefined });
  });

  it('N38 has of records that are delivered their number only', () => {
    expect(entryOf({ input: { body: { records: [{ naam: 'Mevrouw Jansen' }, { naam: 'Mevrouw Smit' }] } } }).asked).toEqual({ records: { aantal: 2 } });
    expect(entryOf({ input: { body: [{ naam: 'Mevrouw Jansen' }] } }).asked).toEqual({ inhoud: { aantal: 1 } });
  });

  it('N38 has no secret that stands in an address', () => {
    expect(entryOf({ originalUrl: '/v1/afmeldingen/a%2Fb', params: { token: 'a/b' } }).object).toBe('afmeldingen/[weggelaten]');
  });
});
