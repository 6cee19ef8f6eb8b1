import type { OrganisationRole } from '@gids/contracts';
import { actor } from '../testing/test-people.js';
import {
  isAccountManager,
  mayAdminister,
  mayAppoint,
  mayChangeContract,
  mayDecide,
  mayEdit,
  mayErase,
  mayPlaceUnder,
  mayRead,
  mayReadRecords,
  mayTakeOver,
  type Asker,
  type Standing,
} from './may.js';

const standing = (different: Partial<Standing> = {}): Standing => ({ root: false, roles: [], contractManager: false, accountManagerAbove: false, ...different });

/** The columns of table 7: who asks, and how he stands to the organisation. */
const columns = {
  editor: { asker: actor('j.bakker'), at: standing({ roles: ['EDITOR'] }) },
  accountManager: { asker: actor('m.devries'), at: standing({ accountManagerAbove: true }) },
  importManager: { asker: actor('i.manager', { importRights: ['duo'] }), at: standing() },
  script: { asker: actor('levering', { kind: 'SCRIPT', importRights: ['duo'] }), at: standing() },
  administrator: { asker: actor('beheerder', { systemAdministrator: true }), at: standing() },
} satisfies Record<string, { asker: Asker; at: Standing }>;
type Column = keyof typeof columns;
const everybody = Object.keys(columns) as Column[];

interface Row {
  readonly act: string;
  readonly may: (asker: Asker, at: Standing) => boolean;
  readonly allowed: readonly Column[];
}

/** The rows of table 7 that the publisher decides on, of an organisation under another one and of import "duo". */
const rows: readonly Row[] = [
  { act: 'R71 see the back office, hidden imported data too', may: mayRead, allowed: ['editor', 'accountManager', 'importManager', 'administrator'] },
  { act: 'R78 R88 list and read import records', may: (asker) => mayReadRecords(asker, 'duo'), allowed: ['importManager', 'script'] },
  { act: 'R55 R78 R89 R90 R91 change action, link or note, judge', may: (asker) => mayDecide(asker, 'duo'), allowed: ['importManager'] },
  { act: 'R63 R65 copy or enter an organisation under it', may: mayPlaceUnder, allowed: ['accountManager'] },
  { act: 'R50 R95 delete it, change its contract or its tick', may: mayChangeContract, allowed: ['accountManager'] },
  { act: 'R13 change its content', may: mayEdit, allowed: ['editor', 'accountManager'] },
  { act: 'G12 give and take roles at it', may: mayAppoint, allowed: ['accountManager', 'administrator'] },
  { act: 'R59 R73 take over products', may: (asker, at) => mayTakeOver(asker, 'duo', at), allowed: ['editor', 'accountManager', 'importManager'] },
  { act: 'N37 erase a record', may: (asker) => mayErase(asker, 'duo'), allowed: ['importManager', 'administrator'] },
  { act: 'R97 clean up an import, R9 enter a root', may: mayAdminister, allowed: ['administrator'] },
];
const cells = rows.flatMap(({ act, may, allowed }) => everybody.map((column) => ({ act, may, column, expected: allowed.includes(column) })));

describe('table 7', () => {
  it.each(cells)('given $column, when asked to $act, then allowed: $expected', ({ may, column, expected }) => {
    const { asker, at } = columns[column];
    expect(may(asker, at)).toBe(expected);
  });

  it.each(rows)('the house itself may $act: what it does is not a person’s', ({ may }) => {
    expect(may(undefined, standing())).toBe(true);
  });

  it.each(rows.filter(({ act }) => !act.startsWith('R71')))('a person without any right or role may not $act', ({ may }) => {
    expect(may(actor('iemand'), standing())).toBe(false);
  });

  it.each(rows.filter(({ act }) => !act.startsWith('R78 R88')))('R78 a script may not $act, whatever its name holds and however it came to a role', ({ may }) => {
    const asker = actor('m.devries', { kind: 'SCRIPT', importRights: ['duo'], systemAdministrator: true });
    expect(may(asker, standing({ root: true, roles: ['ADMINISTRATOR', 'ACCOUNT_MANAGER'], contractManager: true, accountManagerAbove: true }))).toBe(false);
  });
});

describe('the importrecht', () => {
  it.each([mayReadRecords, mayDecide, mayErase])('R78 of one import gives nothing on another (%p)', (may) => {
    expect(may(actor('i.manager', { importRights: ['lrk'] }), 'duo')).toBe(false);
  });

  it('R78 does not come with being a systeembeheerder, and gives no role at an organisation', () => {
    expect(mayDecide(actor('beheerder', { systemAdministrator: true }), 'duo')).toBe(false);
    expect(mayEdit(actor('i.manager', { importRights: ['duo'] }), standing({ root: true }))).toBe(false);
  });
});

describe('what a role at an organisation gives', () => {
  const person = actor('m.devries');
  const given: [OrganisationRole, Record<string, boolean>][] = [
    ['EDITOR', { edit: true, contract: false, place: false, appoint: false }],
    ['EXTERNAL_EDITOR', { edit: true, contract: false, place: false, appoint: false }],
    ['ADMINISTRATOR', { edit: true, contract: false, place: false, appoint: true }],
    ['ACCOUNT_MANAGER', { edit: false, contract: false, place: true, appoint: true }],
  ];

  it.each(given)('G12 given %s there, then %o', (role, expected) => {
    const at = standing({ roles: [role] });
    expect({ edit: mayEdit(person, at), contract: mayChangeContract(person, at), place: mayPlaceUnder(person, at), appoint: mayAppoint(person, at) }).toEqual(expected);
  });

  it('G9 given that its contract names him, then all but placing others under it', () => {
    const at = standing({ contractManager: true });
    expect([mayEdit(person, at), mayChangeContract(person, at), mayAppoint(person, at), mayPlaceUnder(person, at)]).toEqual([true, true, true, false]);
  });

  it('G14 given ACCOUNT_MANAGER there or above, then he is responsible for what stands below', () => {
    expect([standing(), standing({ roles: ['ACCOUNT_MANAGER'] }), standing({ accountManagerAbove: true }), standing({ roles: ['EDITOR'] })].map(isAccountManager)).toEqual([false, true, true, false]);
  });
});

describe('an organisation that stands under nobody', () => {
  it('is also for a systeembeheerder to change, who places nothing under it by that', () => {
    const [administrator, at] = [actor('beheerder', { systemAdministrator: true }), standing({ root: true })];
    expect([mayEdit(administrator, at), mayChangeContract(administrator, at), mayPlaceUnder(administrator, at)]).toEqual([true, true, false]);
    expect([mayEdit(administrator, standing()), mayChangeContract(administrator, standing())]).toEqual([false, false]);
  });
});

it('R59 taking over from a record that is linked to nothing is for its import manager only', () => {
  expect([mayTakeOver(actor('m.devries'), 'duo', undefined), mayTakeOver(actor('i.manager', { importRights: ['duo'] }), 'duo', undefined)]).toEqual([false, true]);
});
