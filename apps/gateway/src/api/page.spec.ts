import { exampleLinks } from './examples.js';
import { toPage } from './page.js';

const url = new URL('https://gids.example.nl/v1/organisatieimporten?importstatus=succes&page=2');

describe('a page of a list', () => {
  it('links to the pages around it, with the same filter', () => {
    expect(toPage({ items: ['a'], total: 342 }, { query: { page: 2, pageSize: 100, count: true }, url }, exampleLinks)).toEqual({
      currentPage: 2,
      pageSize: 100,
      nextPage: 3,
      totaal: 342,
      _embedded: { item: ['a'] },
      _links: {
        self: { href: 'https://gids.example.nl/v1/organisatieimporten?importstatus=succes&page=2' },
        prev: { href: 'https://gids.example.nl/v1/organisatieimporten?importstatus=succes&page=1' },
        next: { href: 'https://gids.example.nl/v1/organisatieimporten?importstatus=succes&page=3' },
      },
    });
  });

  it.each([
    [100, undefined],
    [101, 2],
    [0, undefined],
  ])('of %i items has next page %s', (total, nextPage) => {
    const page = toPage({ items: [], total }, { query: { page: 1, pageSize: 100, count: false }, url }, exampleLinks);
    expect(page.nextPage).toBe(nextPage);
    expect(page).not.toHaveProperty('totaal');
    expect(page._links).not.toHaveProperty('prev');
  });
});
