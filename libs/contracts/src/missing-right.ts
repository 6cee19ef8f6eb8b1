import { RequestRefused } from './problem.js';

/** The refusal of who has not the importrecht of an import (R78). */
export function noImportRight(importId: string): RequestRefused {
  return forbidden('noImportRight', `U hebt het importrecht van import "${importId}" niet. Een systeembeheerder kan het geven.`);
}

/** The refusal of who lacks any other right. @param message Dutch: what is not allowed, and who may do it */
export function noRight(message: string): RequestRefused {
  return forbidden('noRight', message);
}

function forbidden(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'forbidden', code, message });
}
