import { ProcessImportedOrganisation, ShowImportOrganisation, type Actor, type ImportRecordDetail, type PayloadOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { leftOut, offer, sameAddress, unusable } from '../testing/test-source.js';

type Command = PayloadOf<typeof ProcessImportedOrganisation>;

let publisher: PublisherUnderTest;
let manager: TestManager;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const script = (...importRights: string[]): Actor => ({ name: 'duo-script', kind: 'SCRIPT', systemAdministrator: false, importRights });

function process(recordId: string, report: Partial<Command> = {}, actor: Actor = script(manager.importId)): Promise<ImportRecordDetail> {
  const { importId } = manager;
  return publisher.ask(ProcessImportedOrganisation, { importId, recordId, conversionError: false, explanation: '', makeVisible: true, by: actor.name, ...report }, actor);
}

/** An organisation that the script saved in a run of its own. */
async function saved(recordId = '16AH00', options = {}): Promise<ImportRecordDetail & { gidsId: number }> {
  await manager.run(1, (run) => [run.clean(recordId, options)]);
  const record = await manager.record(recordId);
  return { ...record, gidsId: record.gidsId ?? 0 };
}

async function rootOf(importId: string): Promise<number> {
  const [root] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_root WHERE import_id = $1', [importId]);
  return Number(root?.gids_id);
}

describe('what a script reports of a record that it saved', () => {
  it('R87 given a stored valid organisation without duplicates, then it is a success and visible', async () => {
    const { gidsId } = await saved('16AH00', { makeVisible: false });
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'SUCCESS', visible: true, gidsId, publicationAction: 'SHOW_ON_SUCCESS', explanation: '' });
    expect(await manager.isPublic(gidsId)).toBe(true);
  });

  it('R87 A14 given Zichtbaarmaken=false, then it is a success and not visible, and says who asked so', async () => {
    const { gidsId } = await saved();
    const processed = await process('16AH00', { gidsId, makeVisible: false });
    expect(processed).toMatchObject({ status: 'SUCCESS', visible: false, explanation: 'De bron vraagt dit record niet zichtbaar te maken.' });
    expect(await manager.isPublic(gidsId)).toBe(false);
  });

  it('R87 given a conversion error, then that is its status, with what the script says of it, and it is not visible', async () => {
    const { gidsId } = await saved();
    const processed = await process('16AH00', { gidsId, conversionError: true, explanation: 'veld X' });
    expect(processed).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, explanation: 'veld X' });
    expect(await manager.isPublic(gidsId)).toBe(false);
    expect((await manager.history('16AH00')).slice(0, 2)).toEqual(['Niet zichtbaar: er zijn conversiefouten (veld X).', "Importstatus van 'Succes' naar 'Conversiefouten'."]);
  });

  it('R87 given that the error is gone, then it is visible again', async () => {
    const { gidsId } = await saved();
    await process('16AH00', { gidsId, conversionError: true, explanation: 'veld X' });
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'SUCCESS', visible: true, explanation: '' });
    expect(await manager.isPublic(gidsId)).toBe(true);
  });

  it('R87 given the same call again, then the result is the same and nothing new is told', async () => {
    const { gidsId } = await saved();
    const report = { gidsId, conversionError: true, explanation: 'veld X' };
    const first = await process('16AH00', report);
    const history = await manager.history('16AH00');
    expect(await process('16AH00', report)).toEqual(first);
    expect(await manager.history('16AH00')).toEqual(history);
  });

  it('R26 R87 given stored data that do not pass, then the validation says so, whatever the script says', async () => {
    const { gidsId } = await saved('16AH00', { organisation: { visitAddress: { street: 'Proefstraat', town: 'Nietap' } } });
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false });
  });

  it('A6 R87 given a conversion error and a duplicate, then both are told and the first counts', async () => {
    await manager.run(1, (run) => [run.duplicate('16AH00', [sameAddress])]);
    const { gidsId } = await manager.record('16AH00');
    const processed = await process('16AH00', { gidsId, conversionError: true, explanation: 'veld X' });
    expect(processed).toMatchObject({ status: 'CONVERSION_ERRORS', duplicates: [{ gidsId: 123 }] });
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'DUPLICATES_FOUND', visible: false });
  });

  it('R30 R87 given an action that a person chose, then it stays and is executed', async () => {
    const { gidsId } = await saved();
    await manager.setAction('16AH00', 'DO_NOT_SHOW');
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'SUCCESS', publicationAction: 'DO_NOT_SHOW', visible: false });
  });

  it('R25 R87 given what the mapping of the file found, then no report takes it away', async () => {
    const { gidsId } = await saved('16AH00', { issues: [unusable, leftOut] });
    expect(await process('16AH00', { gidsId })).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, issues: [unusable, leftOut] });
  });

  it('R28 R87 given a later run with another row, then that decides', async () => {
    const { gidsId } = await saved();
    await process('16AH00', { gidsId, conversionError: true, explanation: 'veld X' });
    await manager.run(2, (run) => [run.clean('16AH00', { organisation: { name: 'Nieuwe naam' } })]);
    expect(await manager.record('16AH00')).toMatchObject({ status: 'SUCCESS', visible: true, name: 'Nieuwe naam' });
  });

  it('R68 R87 leaves the offer of the organisation as it is', async () => {
    await manager.run(1, (run) => [run.clean('16AH00', { products: [offer('16AH00/aanbod')] })]);
    const { gidsId } = await manager.record('16AH00');
    await process('16AH00', { gidsId, makeVisible: false });
    expect(await manager.record('16AH00/aanbod')).toMatchObject({ status: 'SUCCESS', visible: true, missingAtSource: false });
  });

  it('R72 R87 registers a product as well', async () => {
    await manager.run(1, (run) => [run.clean('16AH00'), run.product(offer('P1'), '16AH00')]);
    const { gidsId } = await manager.record('P1');
    const failed = await process('P1', { gidsId, type: 'PRODUCT', conversionError: true, explanation: 'prijs onleesbaar' });
    expect(failed).toMatchObject({ type: 'PRODUCT', status: 'CONVERSION_ERRORS', visible: false, explanation: 'prijs onleesbaar' });
    expect(await process('P1', { gidsId })).toMatchObject({ type: 'PRODUCT', status: 'SUCCESS', visible: true });
  });

  it('R69 R87 keeps saying that a product stands under the importorganisatie', async () => {
    await manager.run(1, (run) => [run.product(offer('P1'), '99ZZ99')]);
    const { gidsId, issues } = await manager.record('P1');
    expect(await process('P1', { gidsId })).toMatchObject({ status: 'SUCCESS', issues });
  });
});

describe('a bronID that was never imported', () => {
  it('R30 R87 makes a record with action 1 of what stands below the importorganisatie', async () => {
    const { gidsId } = await saved();
    await publisher.rows("DELETE FROM import_record WHERE source_id = $1 AND record_id = '16AH00'", [manager.source.sourceId]);
    expect(await process('NIEUW', { gidsId })).toMatchObject({ recordId: 'NIEUW', sourceId: manager.source.sourceId, publicationAction: 'SHOW_ON_SUCCESS', status: 'SUCCESS', visible: true });
    expect(await manager.history('NIEUW')).toEqual(['Zichtbaar: de import is geslaagd en er is geen zichtbare G!DS-organisatie die dezelfde is.', `Door het importscript aangemeld als G!DS ${gidsId}.`]);
  });

  it('R15 R87 may stand for the same organisation as another; the strictest of the two wins', async () => {
    const { gidsId } = await saved();
    expect(await process('TWEEDE', { gidsId })).toMatchObject({ status: 'SUCCESS', gidsId });
    expect(await manager.isPublic(gidsId)).toBe(true);
    await process('TWEEDE', { gidsId, makeVisible: false });
    expect(await manager.isPublic(gidsId)).toBe(false);
    await process('16AH00', { gidsId });
    expect(await manager.isPublic(gidsId)).toBe(false);
    await process('TWEEDE', { gidsId });
    expect(await manager.isPublic(gidsId)).toBe(true);
  });

  it('R15 R87 that is the stricter of two stays so in runs and decisions that follow', async () => {
    const { gidsId } = await saved();
    await process('TWEEDE', { gidsId });
    await manager.setAction('TWEEDE', 'DO_NOT_SHOW');
    expect(await manager.isPublic(gidsId)).toBe(false);
    await manager.setAction('16AH00', 'DO_NOT_SHOW');
    await manager.setAction('16AH00', 'SHOW_ON_SUCCESS');
    expect(await manager.isPublic(gidsId)).toBe(false);
    await manager.run(2, (run) => [run.clean('16AH00', { organisation: { name: 'Nieuwe naam' } })]);
    expect(await manager.isPublic(gidsId)).toBe(false);
    await manager.setAction('TWEEDE', 'SHOW_ON_SUCCESS');
    expect(await manager.isPublic(gidsId)).toBe(true);
  });

  it('R47 R87 is never a second one of a product', async () => {
    await manager.run(1, (run) => [run.clean('16AH00'), run.product(offer('P1'), '16AH00')]);
    const { gidsId } = await manager.record('P1');
    expect(await refusal(process('P2', { gidsId }))).toMatchObject({ kind: 'conflict', code: 'otherRecord', message: `G!DS ${gidsId} is het product van BronID P1.` });
  });

  it('A34 R87 of which nothing could be saved has no G!DS-ID, and gets it once there is one', async () => {
    const { gidsId } = await saved();
    const failed = await process('NIEUW', { conversionError: true, explanation: 'geen naam' });
    expect(failed).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, explanation: 'geen naam' });
    expect(failed.gidsId).toBeUndefined();
    expect(await process('NIEUW', { gidsId })).toMatchObject({ status: 'SUCCESS', gidsId });
  });

  it('R87 reported twice at once is one record', async () => {
    const { gidsId } = await saved();
    const ids = await Promise.all([1, 2, 3].map(async () => (await process('NIEUW', { gidsId })).id));
    expect(new Set(ids).size).toBe(1);
  });

  it('R87 of an import with more sources needs the run, unless something else tells the source', async () => {
    const run = await manager.run(1, (first) => [first.clean('16AH00')]);
    const other = await otherSource(manager.importId);
    expect(await refusal(process('NIEUW', { conversionError: true, explanation: 'x' }))).toMatchObject({ kind: 'invalid', errors: [{ field: 'runId' }] });
    expect(await process('NIEUW', { conversionError: true, explanation: 'x', runId: run.id })).toMatchObject({ sourceId: manager.source.sourceId, lastRunId: run.id });
    expect(await process('ANDER', { conversionError: true, explanation: 'x', runId: other })).toMatchObject({ lastRunId: other });
    expect(await process('16AH00', { conversionError: true, explanation: 'x' })).toMatchObject({ sourceId: manager.source.sourceId });
  });

  it('R87 of an import that never had a run has no source to belong to', async () => {
    expect(await refusal(process('NIEUW', { conversionError: true, explanation: 'x' }))).toMatchObject({ kind: 'conflict', code: 'noRun' });
  });
});

/** A run of another source of the same import. */
async function otherSource(importId: string): Promise<string> {
  const [run] = await publisher.rows<{ run_id: string }>(
    "INSERT INTO run (run_id, import_id, source_id, number, processed, set_aside, without_removals) VALUES (gen_random_uuid(), $1, $1 || '-tweede', 1, 0, 0, false) RETURNING run_id",
    [importId],
  );
  return run?.run_id ?? '';
}

describe('a report that cannot be', () => {
  it('R78 R87 without the importrecht of the import is refused, and nothing changes', async () => {
    const { gidsId } = await saved();
    const before = await manager.record('16AH00');
    for (const actor of [script(), script('lrk'), { ...script('lrk'), kind: 'PERSON' as const, systemAdministrator: true }]) {
      expect(await refusal(process('16AH00', { gidsId, conversionError: true }, actor))).toMatchObject({ kind: 'forbidden', code: 'noImportRight' });
    }
    expect(await manager.record('16AH00')).toEqual(before);
  });

  it('R87 with an unknown G!DS-ID is 404', async () => {
    await saved();
    expect(await refusal(process('16AH00', { gidsId: 2_000_000_000 }))).toMatchObject({ kind: 'notFound' });
  });

  it('R13 R87 with the G!DS-ID of a managed organisation is 409, and that stays as it is', async () => {
    const editor = await TestEditor.known(publisher);
    await saved();
    const { gidsId } = await editor.enter('Bibliotheek Nietap');
    const before = await editor.everything();
    expect(await refusal(process('16AH00', { gidsId }))).toMatchObject({ kind: 'conflict', code: 'notBelowImport' });
    expect(await refusal(process('NIEUW', { gidsId }))).toMatchObject({ kind: 'conflict', code: 'notBelowImport' });
    expect(await editor.everything()).toEqual(before);
  });

  it('R87 with the G!DS-ID of another import, or of the importorganisatie itself, is 409', async () => {
    const { gidsId } = await saved();
    const other = await TestManager.ofNewImport(publisher);
    await other.run(1, (run) => [run.clean('A')]);
    const elsewhere = publisher.ask(
      ProcessImportedOrganisation,
      { importId: other.importId, recordId: 'A', gidsId, conversionError: false, explanation: '', makeVisible: true, by: 'x' },
      script(other.importId),
    );
    expect(await refusal(elsewhere)).toMatchObject({ kind: 'conflict', code: 'notBelowImport' });
    expect(await refusal(process('16AH00', { gidsId: await rootOf(manager.importId) }))).toMatchObject({ kind: 'conflict', code: 'notBelowImport' });
  });

  it('R15 R87 with the G!DS-ID of another bronID than its own is 409', async () => {
    await manager.run(1, (run) => [run.clean('A'), run.clean('B')]);
    const { gidsId } = await manager.record('B');
    expect(await refusal(process('A', { gidsId }))).toMatchObject({ kind: 'conflict', code: 'otherGidsId' });
  });

  it('R87 without a G!DS-ID needs a conversion error', async () => {
    await saved();
    expect(await refusal(process('16AH00'))).toMatchObject({ kind: 'invalid', errors: [{ field: 'gidsId' }] });
  });

  it('R72 R87 of a product under the bronID of an organisation, or the other way around, is refused', async () => {
    await manager.run(1, (run) => [run.clean('16AH00'), run.product(offer('P1'), '16AH00')]);
    const [organisation, product] = [await manager.record('16AH00'), await manager.record('P1')];
    expect(await refusal(process('16AH00', { gidsId: product.gidsId }))).toMatchObject({ kind: 'conflict', code: 'otherType' });
    expect(await refusal(process('16AH00', { gidsId: organisation.gidsId, type: 'PRODUCT' }))).toMatchObject({ kind: 'invalid', errors: [{ field: 'type' }] });
  });

  it('R96 R87 of a record that is not in the source any more is 409: a closed school stays hidden', async () => {
    const { gidsId } = await saved();
    await manager.run(2, (run) => [run.vanished('16AH00')]);
    expect(await refusal(process('16AH00', { gidsId }))).toMatchObject({ kind: 'conflict', code: 'missingAtSource' });
    expect(await manager.isPublic(gidsId)).toBe(false);
  });

  it('N37 R87 of an erased record is 409', async () => {
    await saved();
    await manager.suppress('16AH00');
    expect(await refusal(process('16AH00', { conversionError: true, explanation: 'x' }))).toMatchObject({ kind: 'conflict', code: 'suppressed' });
  });

  it('R87 on behalf of a run that is unknown, of another import, or older than the last of the record is refused', async () => {
    const first = await manager.run(1, (run) => [run.clean('16AH00')]);
    await manager.run(2, (run) => [run.clean('16AH00', { organisation: { name: 'Nieuw' } })]);
    const { gidsId } = await manager.record('16AH00');
    const other = await TestManager.ofNewImport(publisher);
    const { id: elsewhere } = await other.run(1, (run) => [run.clean('A')]);
    for (const runId of ['019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', elsewhere, await otherSource(manager.importId)]) {
      expect(await refusal(process('16AH00', { gidsId, runId }))).toMatchObject({ kind: 'invalid', errors: [{ field: 'runId' }] });
    }
    expect(await refusal(process('16AH00', { gidsId, runId: first.id }))).toMatchObject({ kind: 'conflict', code: 'olderRun' });
  });

  it('R87 for an import that is not there is 404', async () => {
    expect(await refusal(process('16AH00', { importId: 'nergens', gidsId: 1 }, script('nergens')))).toMatchObject({ kind: 'notFound', code: 'unknownImport' });
  });
});

describe('an importorganisatie', () => {
  it('S2:107 tells by its G!DS-ID which import it is the root of', async () => {
    const gidsId = await rootOf(manager.importId);
    expect(await publisher.ask(ShowImportOrganisation, { gidsId })).toEqual({ gidsId, importId: manager.importId, name: manager.importId });
  });

  it('is not any other organisation', async () => {
    const { gidsId } = await saved();
    expect(await refusal(publisher.ask(ShowImportOrganisation, { gidsId }))).toMatchObject({ kind: 'notFound', code: 'unknownImportOrganisation' });
  });
});
