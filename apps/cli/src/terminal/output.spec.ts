import { PassThrough } from 'node:stream';
import { Output, type OutputStream } from './output.js';

const collected = (terminal: { isTTY?: boolean; columns?: number } = {}) =>
  Object.assign(new PassThrough({ encoding: 'utf8' }), { getColorDepth: () => 8 }, terminal) as PassThrough & OutputStream;

describe('Output', () => {
  it('keeps the result apart from what is said on the side', () => {
    const [out, err] = [collected(), collected()];
    const output = new Output(out, err, { json: false, quiet: false });
    output.result('een', 'twee');
    output.notice('terzijde');
    expect([out.read(), err.read()]).toEqual(['een\ntwee\n', 'terzijde\n']);
  });

  it('says nothing on the side when it must be quiet, but does complain', () => {
    const err = collected();
    const output = new Output(collected(), err, { json: false, quiet: true });
    output.notice('terzijde');
    output.complain('Fout');
    expect(err.read()).toBe('Fout\n');
  });

  it('knows the width of a terminal only', () => {
    const widthOn = (out: OutputStream) => new Output(out, collected(), { json: false, quiet: false }).terminalWidth;
    expect([widthOn(collected({ isTTY: true, columns: 132 })), widthOn(collected({ isTTY: true })), widthOn(collected())]).toEqual([132, 80, undefined]);
  });

  it('leaves text that goes to a file without colour', () => {
    expect(new Output(collected(), collected(), { json: false, quiet: false }).paint('bad', 'Mislukt')).toBe('Mislukt');
  });
});
