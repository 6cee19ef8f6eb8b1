import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FILE = '.test-results.json';

/** Removes the results of an earlier run; Nx puts those of unchanged projects back from its cache. */
export function clearResults(root) {
  for (const file of resultFiles(root)) rmSync(file);
}

/**
 * Adds up what Jest wrote for every project. A test file that could not be run counts as one failure.
 *
 * @returns {{ passed: number, failed: number }}
 */
export function sumResults(root) {
  const total = { passed: 0, failed: 0 };
  for (const file of resultFiles(root)) {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    total.passed += result.numPassedTests;
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  }
  return total;
}

function resultFiles(root) {
  const projects = ['apps', 'libs'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name)));
  return [...projects, join(root, 'e2e'), join(root, 'bench')].map((project) => join(project, FILE)).filter((file) => existsSync(file));
}
