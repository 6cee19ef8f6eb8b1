import { createDatabase, databaseUrl, dropDatabase, Psql } from './psql.ts';

const database = `gids_bench_spec_${process.pid}`;

describe('Psql', () => {
  beforeAll(() => createDatabase(database));
  afterAll(() => dropDatabase(database));

  it('keeps its session between calls and returns the lines of each', async () => {
    const psql = await Psql.open(databaseUrl(database));
    expect(await psql.run('CREATE TEMP TABLE t (a int, b text);')).toEqual([]);
    expect(await psql.run("INSERT INTO t VALUES (1, 'één'), (2, NULL);\nSELECT * FROM t ORDER BY a;")).toEqual(['1|één', '2|']);
    await psql.close();
  });

  it('ends at the first error, with the message of the server', async () => {
    const psql = await Psql.open(databaseUrl(database));
    await expect(psql.run('SELECT 1;\nSELECT nix;\nSELECT 2;')).rejects.toThrow('column "nix" does not exist');
    await expect(psql.run('SELECT 1;')).rejects.toThrow('psql is gestopt');
    await psql.close();
  });

  it('says why a session cannot be opened', async () => {
    await expect(Psql.open(databaseUrl('gids_bench_absent'))).rejects.toThrow('"gids_bench_absent" does not exist');
  });
});
