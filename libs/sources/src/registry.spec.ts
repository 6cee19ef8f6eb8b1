import { importById, imports, sourceById, sources } from './registry.js';

describe('registry', () => {
  it('R4 knows the two imports and their importorganisaties', () => {
    expect(imports).toEqual([
      { id: 'duo', title: 'DUO – scholen', importOrganisation: 'DUO-import' },
      { id: 'lrk', title: 'LRK – kinderopvang', importOrganisation: 'LRK-import' },
    ]);
  });

  it('R4 knows the sources of each', () => {
    const ofImport = (id: string) => sources.filter(({ importId }) => importId === id).map((source) => source.id);
    expect(ofImport('duo')).toEqual(['duo-po', 'duo-vo', 'duo-so', 'duo-mbo', 'duo-ho']);
    expect(ofImport('lrk')).toEqual(['lrk']);
  });

  it('uses every id once', () => {
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
    expect(new Set(imports.map(({ id }) => id)).size).toBe(imports.length);
  });

  it('finds by id', () => {
    expect(sourceById('duo-po')?.title).toBe('DUO – basisonderwijs');
    expect(importById('lrk')?.importOrganisation).toBe('LRK-import');
  });

  it.each(['', 'DUO-PO', 'constructor', '__proto__'])('finds nothing under %j', (id) => {
    expect([sourceById(id), importById(id)]).toEqual([undefined, undefined]);
  });
});
