import { existsSync } from 'node:fs';
import { commandLine } from './leftover-server.js';

describe('commandLine', () => {
  it('reads the command line of a process', async () => {
    expect(await commandLine(process.pid)).toContain('jest');
  });

  it('is empty for a process that is not there', async () => {
    expect(await commandLine(2 ** 22 + 1)).toBe('');
  });

  if (existsSync('/bin/ps')) {
    it('reads it with ps where there is no /proc, as on macOS', async () => {
      expect(await commandLine(process.pid, 'darwin')).toContain('jest');
    });
  }
});
