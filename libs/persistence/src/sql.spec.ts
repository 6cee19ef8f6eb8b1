import { createTestDatabase, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { openDatabase, sqlOf, type Sql } from './index.js';

describe('sqlOf', () => {
  let database: TestDatabase;
  let orm: MikroORM;
  let sql: Sql;

  beforeAll(async () => {
    database = await createTestDatabase();
    orm = await openDatabase({ url: database.url, definition: { schema: 'public', entities: [], migrations: [] } });
    sql = sqlOf(orm.em.fork());
    await sql.run('CREATE TABLE thing (id int PRIMARY KEY, name text)');
  });

  afterAll(async () => {
    await orm.close();
    await database.drop();
  });

  const echo = async (text: string) => (await sql.all<{ text: string }>('SELECT $1::text AS text', [text]))[0]?.text;

  it.each([
    ['question marks', 'is it? ?? \\? ?1'],
    ['dollars', "$1 $2 $$ $tag$ '; DROP TABLE thing; --"],
    ['quotes', `'S-GRAVENHAGE "x" \` ''`],
    ['backslashes', '\\x41 \\N \\. E\\n'],
    ['line ends', 'a\r\nb\tc\u2028'],
    ['all of Unicode', 'é ß 中 😀 \u202e \uffff'],
  ])('binds %s as they are', async (_, text) => {
    expect(await echo(text)).toBe(text);
  });

  it('binds a text of a megabyte', async () => {
    const long = "0123456789?$1'é".repeat(70_000);
    expect(long.length).toBeGreaterThan(1_000_000);
    expect(await echo(long)).toBe(long);
  });

  it('binds any text that PostgreSQL can hold', async () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
    await fc.assert(fc.asyncProperty(text, async (value) => expect(await echo(value)).toBe(value)), { numRuns: 200 });
  });

  it('binds numbers, null, moments, bytes and lists', async () => {
    const moment = new Date('2026-11-22T12:00:00.000Z');
    const [row] = await sql.all(
      'SELECT $1::int AS number, $2::text AS nothing, $3::timestamptz = \'2026-11-22T12:00:00Z\' AS moment, $4::bytea AS bytes, $5::text[] AS list',
      [7, null, moment, Buffer.from([0, 255]), ["a'b", '{"c,d"}', '']],
    );
    expect(row).toEqual({ number: 7, nothing: null, moment: true, bytes: Buffer.from([0, 255]), list: ["a'b", '{"c,d"}', ''] });
  });

  it('leaves the parameters that it is given alone', async () => {
    const parameters = Object.freeze(['a']);
    expect(await sql.all('SELECT $1::text AS text', parameters)).toEqual([{ text: 'a' }]);
  });

  it('counts the rows that a statement touched', async () => {
    expect(await sql.run("INSERT INTO thing SELECT number, 'x' FROM generate_series(1, 5) AS number")).toBe(5);
    expect(await sql.run('INSERT INTO thing VALUES (1, $1) ON CONFLICT DO NOTHING', ['y'])).toBe(0);
    expect(await sql.run('UPDATE thing SET name = $1 WHERE id > $2', ['z', 3])).toBe(2);
    expect(await sql.run('DELETE FROM thing WHERE id = ANY($1::int[])', [[1, 2, 99]])).toBe(2);
    expect(await sql.run('CREATE TABLE other (id int)')).toBe(0);
  });
});
