import { runProgram } from './support/program.js';

describe('what is generated into the documentation', () => {
  it.each([
    ['README.md lists the environment variables that the code reads', 'docs:environment', 'tools/environment-table.mjs'],
    ['docs/requirements.md lists the tests that name each requirement', 'docs:requirements', 'tools/requirements-table.mjs'],
  ])('%s; else run npm run -s %s', async (_, __, program) => {
    const { code, stderr } = await runProgram([program, '--check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
