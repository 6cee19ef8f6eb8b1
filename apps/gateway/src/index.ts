export { gateway } from './gateway.js';
export { ensureFirstAdministrator, ensureMachineToken, type FirstAdministrator } from './sign-in/first-administrator.js';
