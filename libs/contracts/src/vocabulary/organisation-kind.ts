/** One organisatiesoort: its code, its value in the HTTP API and its label on the screen. */
export interface Term {
  readonly api: string;
  readonly label: string;
}

/** Every organisatiesoort; never the hidden "Standaard basisorganisatie" (G8). */
export const organisationKindTerms = {
  PRIMARY_SCHOOL: { api: 'basisschool', label: 'Basisschool' },
  SECONDARY_SCHOOL: { api: 'middelbareSchool', label: 'School voor voortgezet onderwijs' },
  SPECIAL_SCHOOL: { api: 'speciaalOnderwijs', label: 'School voor (voortgezet) speciaal onderwijs' },
  VOCATIONAL_COLLEGE: { api: 'mboInstelling', label: 'Mbo-instelling' },
  HIGHER_EDUCATION: { api: 'hogerOnderwijs', label: 'Instelling voor hoger onderwijs' },
  DAY_CARE: { api: 'kinderdagverblijf', label: 'Kinderdagverblijf' },
  AFTER_SCHOOL_CARE: { api: 'buitenschoolseOpvang', label: 'Buitenschoolse opvang' },
  CHILDMINDER_AGENCY: { api: 'gastouderbureau', label: 'Gastouderbureau' },
  CHILDMINDER: { api: 'gastouderopvang', label: 'Voorziening voor gastouderopvang' },
  PLAYGROUP: { api: 'peuterspeelzaal', label: 'Peuterspeelzaal' },
  LIBRARY: { api: 'bibliotheek', label: 'Bibliotheek' },
  SUPPORT_INSTITUTION: { api: 'ondersteuningsinstelling', label: 'Provinciale ondersteuningsinstelling' },
  WELFARE_ORGANISATION: { api: 'welzijnsorganisatie', label: 'Welzijnsorganisatie' },
  CULTURAL_ORGANISATION: { api: 'cultureleOrganisatie', label: 'Culturele organisatie' },
  OTHER_ORGANISATION: { api: 'overigeOrganisatie', label: 'Overige organisatie' },
} as const satisfies Record<string, Term>;

export type OrganisationKind = keyof typeof organisationKindTerms;
export const organisationKinds = Object.keys(organisationKindTerms) as [OrganisationKind, ...OrganisationKind[]];
