import { preset } from '../../jest.preset.mjs';

export default { ...preset(import.meta.dirname), setupFiles: ['<rootDir>/src/testing/without-forced-colour.ts'] };
