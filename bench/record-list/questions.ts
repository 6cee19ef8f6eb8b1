/** A question to the list, by a name for the report. */
export interface Question {
  readonly name: string;
  readonly path: string;
}

const list = '/v1/organisatieimporten';
const filters: Readonly<Record<string, string>> = {
  geen: '',
  import: 'import=duo',
  importstatus: 'importstatus=dubbelenGevonden',
  'importstatus (twee)': 'importstatus=conversiefouten,validatiefouten',
  publicatieactie: 'publicatieactie=nietZichtbaar',
  naam: 'naam=regenboog',
  'naam (zeldzaam)': 'naam=vlinder%20lindenlaan%2012',
  'naam (niets)': 'naam=bestaatniet',
  'status, actie en naam': 'importstatus=dubbelenGevonden&publicatieactie=zichtbaarNaSucces&naam=regenboog',
  zichtbaar: 'zichtbaar=false',
  gekoppeld: 'gekoppeld=true',
  'toelichting gevuld': 'metToelichting=true',
  'niet meer in bron': 'nietMeerInBron=true',
  dubbelreden: 'dubbelreden=adres',
  foutcode: 'foutcode=required',
  'te beoordelen': 'beoordeling=teBeoordelen',
  beoordeeld: 'beoordeling=beoordeeld',
  'gewijzigd vanaf': 'gewijzigdVanaf=2026-11-01T00:00:00Z',
  'zoeken in alles': 'search=regenboog',
  'zoeken op plaats': 'search=odilienhout',
  'zoeken met jokertekens': 'search=de%20*%20molen*',
  gidsId: 'gidsId=1000123',
};
const sorts = ['', 'naam', '-naam', 'importstatus', '-importstatus', 'publicatieactie', '-publicatieactie', 'bronId', '-bronId', 'gewijzigdOp', '-gewijzigdOp', 'aantalDubbelen', '-aantalDubbelen', 'importstatus,naam', 'publicatieactie,-naam', 'importstatus,publicatieactie,naam'];
const pages = { eerste: 'page=1', tiende: 'page=10' };

/** Every filter with every order, on the first page and on a later one, with the total that the screen shows. */
export const listQuestions: readonly Question[] = Object.entries(filters).flatMap(([filter, query]) =>
  sorts.flatMap((sort) =>
    Object.entries(pages).map(([page, asked]) => ({
      name: `${filter} · ${sort || '(bronId)'} · ${page} pagina`,
      path: `${list}?${[query, sort && `sort=${sort}`, asked, 'pageSize=100&count=true'].filter(Boolean).join('&')}`,
    })),
  ),
);

/** The last page of the whole list, in every order: the farthest that one can leaf. */
export const lastPages: readonly Question[] = sorts.map((sort) => ({
  name: `geen · ${sort || '(bronId)'} · laatste pagina`,
  path: `${list}?${sort && `sort=${sort}&`}page=500&pageSize=100&count=true`,
}));

export const facetQuestions: readonly Question[] = Object.entries(filters).map(([name, query]) => ({
  name: `aantallen · ${name}`,
  path: `${list}/_aantallen?facet=importstatus,publicatieactie,soort,zichtbaar,gekoppeld,dubbelreden,foutcode,beoordeling&${query}`,
}));
