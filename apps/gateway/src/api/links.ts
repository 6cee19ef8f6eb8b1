import { z } from 'zod';
import { named } from './schema-registry.js';

export const linkSchema = named('Link', z.object({ href: z.url().describe('Volledig adres.') }));
export type Link = z.infer<typeof linkSchema>;

/** Addresses in the API, under the address at which this installation is reached. */
export class ApiLinks {
  /** @param baseUrl without a slash at its end */
  constructor(readonly baseUrl: string) {}

  importRun = (id: string): Link => this.to(`importruns/${id}`);
  importSource = (id: string): Link => this.to(`importbronnen/${encodeURIComponent(id)}`);
  importRecord = (id: string): Link => this.to(`organisatieimporten/${id}`);
  organisation = (gidsId: number): Link => this.to(`organisaties/${gidsId}`);
  recordHistory = (id: string): Link => this.to(`organisatieimporten/${id}/geschiedenis`);
  candidates = (id: string): Link => this.to(`organisatieimporten/${id}/kandidaten`);
  recordLink = (id: string): Link => this.to(`organisatieimporten/${id}/koppeling`);
  directoryOrganisation = (gidsId: number): Link => this.to(`gids-organisaties/${gidsId}`);
  directoryOrganisations = (): Link => this.to('gids-organisaties');
  organisationCopies = (): Link => this.to('organisatiekopieen');
  organisationRoles = (gidsId: number): Link => this.to(`gids-organisaties/${gidsId}/rollen`);
  organisationRole = (gidsId: number, role: string, account: string): Link => this.to(`gids-organisaties/${gidsId}/rollen/${role}/${encodeURIComponent(account)}`);
  productsOf = (gidsId: number): Link => this.to(`gids-organisaties/${gidsId}/producten`);
  product = (gidsId: number): Link => this.to(`producten/${gidsId}`);
  duplicatePolicy = (importId: string): Link => this.to(`imports/${encodeURIComponent(importId)}/dubbelbeleid`);
  reviewRound = (importId: string): Link => this.to(`imports/${encodeURIComponent(importId)}/controleronde`);
  reviewItems = (importId: string): Link => this.to(`imports/${encodeURIComponent(importId)}/controleronde/items`);
  stagedRows = (runId: string): Link => this.to(`importruns/${runId}/regels`);
  account = (name: string): Link => this.to(`accounts/${encodeURIComponent(name)}`);
  importRight = (importId: string, account: string): Link => this.to(`importrechten/${encodeURIComponent(importId)}/${encodeURIComponent(account)}`);
  apiKey = (id: string): Link => this.to(`sleutels/${id}`);
  message = (id: string): Link => this.to(`meldingen/${id}`);
  messagePreferences = (): Link => this.to('meldingsvoorkeuren');
  delivery = (sourceId: string, id: string): Link => this.to(`importbronnen/${encodeURIComponent(sourceId)}/leveringen/${id}`);
  savedView = (id: string): Link => this.to(`weergaven/${id}`);
  errorGroups = (runId: string): Link => this.to(`importruns/${runId}/foutgroepen`);
  bulkChange = (id: string): Link => this.to(`bulkwijzigingen/${id}`);
  bulkItems = (id: string): Link => this.to(`bulkwijzigingen/${id}/regels`);
  session = (): Link => this.to('sessies/huidig');
  signIn = (): Link => this.to('aanmelding');
  oidcSignIn = (): Link => this.to('aanmelding/oidc');
  oidcReturn = (): Link => this.to('aanmelding/oidc/terugkeer');
  oidcSignOut = (): Link => this.to('aanmelding/oidc/afmelding');
  queues = (service: string): Link => this.to(`wachtrijen/${service}/berichten`);
  deadLetter = (service: string, id: string): Link => this.to(`wachtrijen/${service}/berichten/${id}`);
  liveEventsOfRun = (id: string): Link => this.to(`gebeurtenissen?runId=${id}`);

  /** @returns the same list at another page; at the page that was asked for where none is given */
  list(asked: URL, page?: number): Link {
    const query = new URLSearchParams(asked.search);
    if (page !== undefined) query.set('page', String(page));
    const search = query.size > 0 ? `?${query.toString()}` : '';
    return { href: `${this.baseUrl}${asked.pathname}${search}` };
  }

  private to(path: string): Link {
    return { href: `${this.baseUrl}/v1/${path}` };
  }
}
