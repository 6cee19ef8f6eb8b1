import { defineOperation } from '../http/operation.js';
import { routesOf, type Route } from '../openapi/routes.js';
import { routes } from '../routes.js';
import type { Caller } from '../sign-in/caller.js';
import { AccessTable, groupsOf } from './access-table.js';
import { access } from './access.js';

function route(id: string, isPublic = false): Route {
  const operation = defineOperation({ id, method: 'get', path: '/x', tag: 'Dienst', summary: 'x', input: {}, success: { status: 200, description: 'x' } });
  return { operation, isPublic };
}

const session = { kind: 'account', name: 'jan', mustChangePassword: false, session: 'x', expiresAt: new Date() } as const;
const person = (systemAdministrator: boolean, importRights: string[]): Caller => ({ ...session, systemAdministrator, importRights });

describe('the access table', () => {
  it.each<[string, Caller | undefined, string[]]>([
    ['a stranger', undefined, ['iedereen']],
    ['a person without rights', person(false, []), ['iedereen', 'aangemeld']],
    ['a person with the importrecht', person(false, ['duo']), ['iedereen', 'aangemeld', 'importbeheerder']],
    ['a systeembeheerder without the importrecht', person(true, []), ['iedereen', 'aangemeld', 'systeembeheerder']],
    ['the command line', { kind: 'token', name: 'opdrachtregel', systemAdministrator: true, importRights: ['duo'] }, ['iedereen', 'aangemeld', 'importbeheerder', 'systeembeheerder']],
    ['a script', { kind: 'key', name: 'levering', systemAdministrator: false, importRights: ['duo'] }, ['iedereen', 'importscript']],
  ])('R78 puts %s in groups', (_who, caller, groups) => {
    expect([...groupsOf(caller)]).toEqual(groups);
  });

  it('e1 denies what it does not know', () => {
    expect(new AccessTable({}, []).mayAsk('toonGeheim', person(true, ['duo']))).toBe(false);
  });

  it('e1 stops the start where an operation has no line, and names all of them', () => {
    const lines = { toonBekend: ['aangemeld'], toonLeeg: [] } as const;
    expect(() => new AccessTable(lines, [route('toonBekend'), route('toonVergeten'), route('toonLeeg')])).toThrow(
      /toonVergeten: there is no line for this operation\ntoonLeeg: there is no line for this operation$/,
    );
  });

  it.each([
    ['the route says so alone', { toonX: ['aangemeld'] } as const, true],
    ['the line says so alone', { toonX: ['iedereen'] } as const, false],
  ])('e1 stops the start where something is open and %s', (_what, lines, isPublic) => {
    expect(() => new AccessTable(lines, [route('toonX', isPublic)])).toThrow('toonX: only one of');
  });

  it('e1 has a line for every operation of the gateway, and none for another', () => {
    const operations = routesOf(routes).map(({ operation }) => operation.id);
    expect(Object.keys(access).sort()).toEqual(operations.sort());
  });
});
