import type { MessageKind } from '../messages/message.js';
import type { Address } from './address.js';
import { everyImport, type ManagersByImport } from './import-managers.js';

/** Who there is to write to. */
export interface AddressBook {
  readonly managers: ManagersByImport;
  /** The administrators; they also get what would otherwise reach nobody. */
  readonly administrator: Address;
}

/**
 * Who gets the report of a run (REQUIREMENTS §6, M4): the importbeheerders of the import; of a failed or
 * refused run the administrators too. A report never goes to nobody, and to nobody twice.
 */
export function recipientsOf(kind: MessageKind, importId: string, book: AddressBook): Address[] {
  const managers = [importId, everyImport].flatMap((key) => book.managers.get(key) ?? []);
  const administrators = kind === 'RUN_FAILED' || managers.length === 0 ? [book.administrator] : [];
  return withoutRepeats([...managers, ...administrators]);
}

/** In practice no mailbox tells capitals apart, so the same address in other capitals is the same person. */
function withoutRepeats(addresses: readonly Address[]): Address[] {
  const plain = addresses.map((address) => address.toLowerCase());
  return addresses.filter((_, index) => plain.indexOf(plain[index] as string) === index);
}
