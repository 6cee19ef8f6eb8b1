import { writeFile } from 'node:fs/promises';
import { routes } from '../routes.js';
import { openApiDocument } from './document.js';
import { documentText } from './document-text.js';

// Run by `nx run @gids/gateway:openapi`.
const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: write.js <file>');
await writeFile(file, documentText(openApiDocument(routes)));
