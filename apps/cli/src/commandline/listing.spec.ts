import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { page } from '../testing/stand-in-gateway.js';
import { Output, type OutputStream } from '../terminal/output.js';
import type { Page } from '../gateway/page.js';
import { showList, type Listing } from './listing.js';

const names = ['Ark', 'Boog', 'Cirkel', 'Dromenland', 'Eik'];
const onePage = (currentPage: number, pageSize: number) =>
  page(names.slice((currentPage - 1) * pageSize, currentPage * pageSize), { currentPage, pageSize, totaal: names.length }) as Page<string>;

interface Shown {
  readonly listing?: Partial<Listing<string>>;
  readonly pageSize?: number;
  readonly json?: boolean;
  readonly columns?: number;
}

async function shown({ listing = {}, pageSize = 2, json = false, columns }: Shown): Promise<{ out: string; err: string }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const terminal: OutputStream = Object.assign(out, columns === undefined ? {} : { isTTY: true, columns, getColorDepth: () => 1 });
  const ask = (number: number) => Promise.resolve(onePage(number, pageSize));
  const column = { title: 'Naam', text: (name: string) => name, code: (name: string) => name.toLowerCase() };
  await showList(new Output(terminal, err, { json, quiet: false }), { columns: [column], noun: ['naam', 'namen'], ask, firstPage: 1, all: false, ...listing });
  out.end();
  err.end();
  return { out: await text(out), err: await text(err) };
}

describe('showList', () => {
  it('gives a program bare lines, and the count beside them', async () => {
    expect(await shown({})).toEqual({ out: 'ark\nboog\n', err: '5 namen; pagina 1 van 3, verder met --pagina 2\n' });
  });

  it('says nothing of pages when there is one', async () => {
    expect(await shown({ pageSize: 10 })).toMatchObject({ err: '5 namen\n' });
  });

  it('shows the last page as the last', async () => {
    expect(await shown({ listing: { firstPage: 3 } })).toEqual({ out: 'eik\n', err: '5 namen; pagina 3 van 3\n' });
  });

  it('gives a person a header once, over all pages', async () => {
    const { out, err } = await shown({ listing: { all: true }, columns: 40 });
    expect(out.split('\n')).toEqual(['Naam', ...names, '']);
    expect(err).toBe('5 namen\n');
  });

  it('gives one page as the JSON of the API', async () => {
    expect(JSON.parse((await shown({ json: true })).out)).toEqual(onePage(1, 2));
  });

  it.each([1, 2, 5, 10])('gives all pages of %d as one JSON object of the same shape', async (pageSize) => {
    const { out } = await shown({ json: true, pageSize, listing: { all: true } });
    expect(JSON.parse(out)).toEqual({ _embedded: { item: names }, currentPage: 1, totaal: 5 });
  });

  it('gives an empty list as JSON too', async () => {
    const { out } = await shown({ json: true, listing: { all: true, ask: () => Promise.resolve(page([]) as Page<string>) } });
    expect(JSON.parse(out)).toEqual({ _embedded: { item: [] }, currentPage: 1, totaal: 0 });
  });
});
