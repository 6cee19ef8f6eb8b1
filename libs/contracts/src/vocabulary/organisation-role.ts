import type { Term } from './organisation-kind.js';

/** What somebody is at an organisation that people manage (G9, REQUIREMENTS table 7). */
export const organisationRoleTerms = {
  EDITOR: { api: 'redacteur', label: 'Redacteur' },
  EXTERNAL_EDITOR: { api: 'externeRedacteur', label: 'Externe redacteur' },
  ACCOUNT_MANAGER: { api: 'accountmanager', label: 'Accountmanager' },
  ADMINISTRATOR: { api: 'beheerder', label: 'Beheerder' },
} as const satisfies Record<string, Term>;

export type OrganisationRole = keyof typeof organisationRoleTerms;
export const organisationRoles = Object.keys(organisationRoleTerms) as [OrganisationRole, ...OrganisationRole[]];
