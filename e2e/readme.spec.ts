import { runProgram } from './support/program.js';

describe('the README', () => {
  it('lists the environment variables that the code reads; else run npm run -s docs:environment', async () => {
    const { code, stderr } = await runProgram(['tools/environment-table.mjs', '--check']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
