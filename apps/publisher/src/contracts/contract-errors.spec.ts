import { contractErrors, refuseImportedParent } from './contract-errors.js';
import type { Parent } from './contract-store.js';

const parent: Parent = { gidsId: 100009, name: 'Bibliotheek Emmen', management: 'MANAGED' };
const proposed = { parentGidsId: 100009, accountManager: 'm.devries', controlTerm: 26 };

describe('what a person proposes in a contract', () => {
  it('given all of it, then nothing is wrong', () => {
    expect(contractErrors(proposed, parent, true)).toEqual([]);
  });

  it('G9 given no parent, then a root has no error and a copy has', () => {
    expect(contractErrors({ ...proposed, parentGidsId: undefined }, undefined, false)).toEqual([]);
    expect(contractErrors({ ...proposed, parentGidsId: undefined }, undefined, true)).toEqual([
      { field: 'Bovenliggende organisatie', code: 'mandatoryFieldEmpty', message: 'Bovenliggende organisatie: verplicht veld is leeg.' },
    ]);
  });

  it.each([undefined, '', '  '])('R63 given an unknown parent and the account manager «%s», then both are named', (accountManager) => {
    expect(contractErrors({ ...proposed, accountManager }, undefined, true)).toEqual([
      { field: 'Accountmanager', code: 'mandatoryFieldEmpty', message: 'Accountmanager: verplicht veld is leeg.' },
      { field: 'Bovenliggende organisatie', code: 'unknownOrganisation', message: 'Bovenliggende organisatie: er is geen organisatie met G!DS-ID 100009.' },
    ]);
  });

  it('R94 given an infinite term, then that is for imports only', () => {
    expect(contractErrors({ ...proposed, controlTerm: 'INFINITE' }, parent, false)).toMatchObject([{ field: 'Controletermijn', code: 'infiniteControlTerm' }]);
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
