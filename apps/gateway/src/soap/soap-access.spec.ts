import { RequestRefused } from '@gids/contracts';
import type { Caller } from '../sign-in/caller.js';
import { findImport } from './find-import.js';
import { refusalOfOutsider } from './soap-caller.js';
import type { Ask } from './soap-operation.js';
import { soapOperations } from './soap-operations.js';
import { SoapRefusal } from './soap-refusal.js';

const script: Caller = { kind: 'key', name: 'duo-script', systemAdministrator: false, importRights: ['duo'] };
const machine: Caller = { kind: 'token', name: 'opdrachtregel', systemAdministrator: true, importRights: ['duo', 'lrk'] };
const callers = { script, machine };

/** Who may call what. Changing a cell here is a decision (REQUIREMENTS table 7). */
const expected: Record<string, Record<keyof typeof callers, boolean>> = {
  VerwerkGeimporteerdeOrganisatie: { script: true, machine: true },
  LogGeimporteerdeOrganisatie: { script: true, machine: true },
  HaalImportsstatussen: { script: true, machine: true },
  WijzigPublicatieActie: { script: false, machine: true },
  KoppeldeAanGidsOrganisatie: { script: false, machine: true },
  ImportToelichtingOpslaan: { script: false, machine: true },
  KopieerOrganisatie: { script: false, machine: true },
};

describe('who may call a function over SOAP', () => {
  it('R78 e1 is decided for every function there is', () => {
    expect(Object.keys(expected).sort()).toEqual(soapOperations.map(({ name }) => name).sort());
  });

  const cells = soapOperations.flatMap((operation) => (Object.keys(callers) as (keyof typeof callers)[]).map((who) => ({ operation, who, name: operation.name })));

  it.each(cells)('R78 e1 $name by $who', ({ operation, who }) => {
    const refusal = refusalOfOutsider(callers[who], operation);
    if (expected[operation.name]?.[who]) expect(refusal).toBeUndefined();
    else expect(refusal).toBeInstanceOf(SoapRefusal);
  });

  it.each([
    ['WijzigPublicatieActie', 'GeenImportrecht'],
    ['KoppeldeAanGidsOrganisatie', 'GeenImportrecht'],
    ['ImportToelichtingOpslaan', 'GeenImportrecht'],
    ['KopieerOrganisatie', 'GeenRecht'],
  ])('R78 R91 %s by a script is %s, and says that it is work of people', (name, fault) => {
    const operation = soapOperations.find((one) => one.name === name);
    const message = `${name} mag hier niet. Een importscript levert gegevens aan en leest ze terug; de rest is werk van mensen.`;
    expect(operation && refusalOfOutsider(script, operation)).toMatchObject({ told: { fault }, message });
  });

  it('R78 e2 the import of another is closed to a script', async () => {
    const ask = (async () => ({ gidsId: 2, importId: 'lrk', name: 'LRK-import' })) as unknown as Ask;
    await expect(findImport(2, { caller: script, ask })).rejects.toThrow(RequestRefused);
    await expect(findImport(2, { caller: script, ask })).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noImportRight' } });
    await expect(findImport(2, { caller: machine, ask })).resolves.toBe('lrk');
  });
});
