import { apiValueOf, codeOf, termSchema, termTables } from './terms.js';

describe.each(Object.entries(termTables))('the terms of %s', (_name, terms) => {
  const table = terms as Record<string, { api: string; label: string }>;

  it('N9 have one API value per code, and back', () => {
    for (const code of Object.keys(table)) expect(codeOf(table, apiValueOf(table, code))).toBe(code);
    expect(new Set(Object.values(table).map(({ api }) => api)).size).toBe(Object.keys(table).length);
  });

  it('N6 are lowerCamelCase', () => {
    for (const { api } of Object.values(table)) expect(api).toMatch(/^[a-z]+([A-Z][a-z]*)*$/);
  });

  it('tell their labels in the schema', () => {
    const description = termSchema(table, 'Soort.').description ?? '';
    for (const { api, label } of Object.values(table)) expect(description).toContain(`\`${api}\`: ${label}`);
  });
});
