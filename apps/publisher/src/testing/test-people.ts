import { PersonChanged, type Actor, type DataOf, type Envelope } from '@gids/contracts';
import { envelope } from './test-source.js';

/** The gateway tells of a person: an account that is open, with no rights, unless told. */
export function personChanged(different: Partial<DataOf<typeof PersonChanged>> & { account: string }): Envelope {
  return envelope(PersonChanged, { version: 1, active: true, systemAdministrator: false, importRights: [], ...different }, { subject: different.account });
}

/** Somebody who asks: a person without rights, unless told. */
export function actor(name: string, different: Partial<Actor> = {}): Actor {
  return { name, kind: 'PERSON', systemAdministrator: false, importRights: [], ...different };
}
