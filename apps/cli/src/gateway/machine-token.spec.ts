import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMachineToken, type TokenPlaces } from './machine-token.js';

describe('findMachineToken', () => {
  let folder: string;
  const find = (places: Partial<TokenPlaces>) => findMachineToken({ file: undefined, env: {}, userFolder: folder, workFolder: folder, ...places });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-token-'));
    await mkdir(join(folder, '.data'));
    await writeFile(join(folder, '.data', 'machine-token'), 'van-de-eerste-start\n', { mode: 0o600 });
    await writeFile(join(folder, 'mijn-token'), ' getypt \n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('takes the file that was typed before all others', async () => {
    expect(await find({ file: 'mijn-token', env: { GIDS_TOKEN: 'omgeving' } })).toEqual({ value: 'getypt', place: 'het bestand mijn-token' });
  });

  it('takes the environment before the data folder', async () => {
    expect(await find({ env: { GIDS_TOKEN: 'omgeving' } })).toEqual({ value: 'omgeving', place: 'GIDS_TOKEN' });
  });

  it('finds what the first start wrote', async () => {
    expect(await find({})).toEqual({ value: 'van-de-eerste-start', place: 'het bestand .data/machine-token' });
  });

  it('looks in the data folder that GIDS_DATA_DIR names', async () => {
    const data = join(folder, 'elders');
    expect(await find({ env: { GIDS_DATA_DIR: data } })).toEqual({ value: undefined, place: `het bestand ${join(data, 'machine-token')}` });
  });

  it('says so when the file that was typed is not there or empty', async () => {
    await writeFile(join(folder, 'leeg'), '\n');
    await expect(find({ file: 'weg' })).rejects.toMatchObject({ exitCode: 5, message: expect.stringContaining('is niet te lezen (ENOENT)') });
    await expect(find({ file: 'leeg' })).rejects.toMatchObject({ exitCode: 5, message: expect.stringContaining('is leeg') });
  });
});
