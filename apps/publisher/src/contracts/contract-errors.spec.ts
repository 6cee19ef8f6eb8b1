import { contractErrors, refuseImportedParent, type ContractFacts } from './contract-errors.js';
import type { Parent } from './contract-store.js';

const parent: Parent = { gidsId: 100009, name: 'Bibliotheek Emmen', management: 'MANAGED' };
const proposed = { parentGidsId: 100009, accountManager: 'm.devries', controlTerm: 26 };
const facts: ContractFacts = { parent, accountManager: 'active', managesParent: true };
const noParent: ContractFacts = { ...facts, parent: undefined, managesParent: false };

describe('what a person proposes in a contract', () => {
  it('given all of it, then nothing is wrong', () => {
    expect(contractErrors(proposed, facts, true)).toEqual([]);
  });

  it('G9 given no parent, then a root has no error and a copy has', () => {
    expect(contractErrors({ ...proposed, parentGidsId: undefined }, noParent, false)).toEqual([]);
    expect(contractErrors({ ...proposed, parentGidsId: undefined }, noParent, true)).toEqual([
      { field: 'Bovenliggende organisatie', code: 'mandatoryFieldEmpty', message: 'Bovenliggende organisatie: verplicht veld is leeg.' },
    ]);
  });

  it.each([undefined, '', '  '])('R63 given an unknown parent and the account manager «%s», then both are named', (accountManager) => {
    expect(contractErrors({ ...proposed, accountManager }, { ...noParent, accountManager: 'unknown' }, true)).toEqual([
      { field: 'Accountmanager', code: 'mandatoryFieldEmpty', message: 'Accountmanager: verplicht veld is leeg.' },
      { field: 'Bovenliggende organisatie', code: 'unknownOrganisation', message: 'Bovenliggende organisatie: er is geen organisatie met G!DS-ID 100009.' },
    ]);
  });

  it('R94 given an infinite term, then that is for imports only', () => {
    expect(contractErrors({ ...proposed, controlTerm: 'INFINITE' }, facts, false)).toMatchObject([{ field: 'Controletermijn', code: 'infiniteControlTerm' }]);
  });

  it.each([
    ['unknown', 'unknownPerson', 'Accountmanager: er is geen account "m.devries".'],
    ['blocked', 'blockedPerson', 'Accountmanager: account "m.devries" is geblokkeerd; kies iemand anders.'],
  ] as const)('R63 given an account manager who is %s, then that is told, with all else', (accountManager, code, message) => {
    expect(contractErrors({ ...proposed, controlTerm: 'INFINITE' }, { ...noParent, accountManager }, false)).toMatchObject([
      { code: 'unknownOrganisation' },
      { field: 'Accountmanager', code, message },
      { code: 'infiniteControlTerm' },
    ]);
  });

  it('R63 G14 given an account manager without that role at the parent or above, then that is told', () => {
    expect(contractErrors(proposed, { ...facts, managesParent: false }, false)).toEqual([
      { field: 'Accountmanager', code: 'notAccountManager', message: 'Accountmanager: "m.devries" is geen accountmanager van organisatie 100009 "Bibliotheek Emmen" of een organisatie daarboven.' },
    ]);
  });

  it('R63 given no parent, or one of an import, then no role is asked for: the parent itself is what is wrong', () => {
    expect(contractErrors({ ...proposed, parentGidsId: undefined }, noParent, false)).toEqual([]);
    expect(contractErrors(proposed, { ...facts, parent: { ...parent, management: 'IMPORTED' }, managesParent: false }, false)).toEqual([]);
  });

  it.each(['IMPORTED', 'IMPORT_ROOT'] as const)('R10 given a parent that is %s, then it is refused', (management) => {
    expect(() => refuseImportedParent({ ...parent, management })).toThrow(
      'Onder organisatie 100009 "Bibliotheek Emmen" staat alleen wat een import brengt. Kies een andere bovenliggende organisatie.',
    );
  });

  it('R10 given a managed parent or none, then it is not', () => {
    expect(() => refuseImportedParent(parent)).not.toThrow();
    expect(() => refuseImportedParent(undefined)).not.toThrow();
  });
});
