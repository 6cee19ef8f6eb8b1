import { refusalOf } from './refusal.js';

const address = new URL('http://127.0.0.1:3000/v1/importruns');
const token = { value: 'geheim', place: 'GIDS_TOKEN' };
const problem = (body: unknown, status: number) => refusalOf({ status, body: JSON.stringify(body) }, address, token);

describe('refusalOf', () => {
  it('tells all wrong fields together (N4) and calls it a usage error', () => {
    const refusal = problem(
      { status: 400, title: 'Ongeldige invoer', detail: '2 velden zijn niet juist ingevuld.', fouten: [{ veld: 'sort', melding: 'Onbekend veld.' }, { melding: 'Te lang.' }] },
      400,
    );
    expect(refusal).toMatchObject({ exitCode: 2, message: '2 velden zijn niet juist ingevuld.', details: ['sort: Onbekend veld.', 'Te lang.'] });
  });

  it('falls back on the title', () => expect(problem({ title: 'Niet gevonden' }, 404)).toMatchObject({ exitCode: 1, message: 'Niet gevonden', status: 404 }));

  it('gives the id of a request that went wrong inside', () => {
    expect(problem({ detail: 'Er ging iets mis.', correlatieId: 'a1b2' }, 500)).toMatchObject({ exitCode: 1, details: ['Noem bij een melding: a1b2'] });
  });

  it('says which right is missing in the words of the gateway', () => {
    const detail = 'U hebt geen importrecht. Vraag dit aan bij de systeembeheerder.';
    expect(problem({ detail }, 403)).toMatchObject({ exitCode: 5, message: detail });
  });

  it('names the place of a token that is not accepted, never the token', () => {
    const refusal = problem({ detail: 'x' }, 401);
    expect(refusal.exitCode).toBe(5);
    expect(refusal.message).toContain('token uit GIDS_TOKEN niet aan');
    expect(refusal.message).not.toContain('geheim');
  });

  it('says how to get a token where there is none', () => {
    const refusal = refusalOf({ status: 401, body: '' }, address, { value: undefined, place: 'het bestand .data/machine-token' });
    expect(refusal.message).toMatch(/^Er is geen machinetoken: het bestand \.data\/machine-token bestaat niet\..*npm start/);
  });

  it.each(['<html>Bad gateway</html>', '"tekst"', '{}', ''])('recognises another server by %j', (body) => {
    expect(refusalOf({ status: 502, body }, address, token).message).toBe(
      'http://127.0.0.1:3000 gaf een antwoord dat niet van de gateway van G!DS import is (HTTP 502). Klopt het adres?',
    );
  });
});
