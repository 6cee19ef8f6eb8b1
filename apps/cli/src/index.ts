export { runProgram, type Surroundings } from './run-program.js';
