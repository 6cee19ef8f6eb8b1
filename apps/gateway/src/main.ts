import { runProcess } from '@gids/service-host';
import { gateway } from './gateway.js';
import { runAdministratorCommand } from './sign-in/administrator-command.js';

const [command, file] = process.argv.slice(2);
if (command === 'administrator') {
  await runAdministratorCommand(process.env, file, console.log).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
} else {
  await runProcess(gateway);
}
