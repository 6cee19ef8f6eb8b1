import { RequestRefused, type Problem } from '@gids/contracts';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import { problemOf } from './problem-of.js';
import { problems } from './problems.js';

const refused = (kind: Problem['kind']) => new RequestRefused({ kind, code: 'eigenCode', message: 'Een zin.' });

describe('what an error is to who asked', () => {
  it.each([
    ['notFound', 404],
    ['invalid', 400],
    ['conflict', 409],
    ['stale', 412],
    ['unavailable', 503],
    ['unexpected', 500],
  ] as const)('a refusal of kind %s is %i with the sentence of the service', (kind, status) => {
    expect(problemOf(refused(kind), '/v1')).toMatchObject({ status, content: { detail: 'Een zin.' } });
  });

  it('N5 tells everything that a service found wrong, under the names of the API', () => {
    const errors = [
      { field: 'parentGidsId', code: 'unknownOrganisation', message: 'Deze organisatie bestaat niet.' },
      { field: 'accountManager', code: 'missing', message: 'Geef een accountmanager.' },
      { field: 'Straat', code: 'mandatoryFieldEmpty', message: 'Straat: verplicht veld is leeg.' },
      { field: 'schoolType', code: 'unknownValue', message: 'Onbekend schooltype.' },
    ];
    const problem = problemOf(new RequestRefused({ kind: 'invalid', code: 'invalidCopy', message: 'Drie velden kloppen niet.', errors }), '/v1');
    expect(problem.content.fouten).toEqual([
      { veld: 'bovenliggendeOrganisatieId', code: 'unknownOrganisation', melding: 'Deze organisatie bestaat niet.' },
      { veld: 'accountmanager', code: 'missing', melding: 'Geef een accountmanager.' },
      { veld: 'bezoekadres/straatnaam', code: 'mandatoryFieldEmpty', melding: 'Straat: verplicht veld is leeg.' },
      { veld: 'schoolType', code: 'unknownValue', melding: 'Onbekend schooltype.' },
    ]);
  });

  it('tells when to come back where a service does not answer', () => {
    expect(problemOf(refused('unavailable'), '/v1').headers).toHaveProperty('Retry-After', '5');
  });

  it('a database that is away is 503', () => {
    expect(problemOf(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), '/v1').status).toBe(503);
  });

  it('the framework knows no route: 404', () => {
    expect(problemOf(new NotFoundException('Cannot GET /v1/x'), '/v1/x')).toMatchObject({ status: 404, content: { code: 'onbekendAdres' } });
    expect(problemOf(new BadRequestException('decode'), '/v1/%ff')).toMatchObject({ status: 400, content: { code: 'onleesbareVraag' } });
  });

  it('N4 whatever else tells nothing of itself', () => {
    const problem = problemOf(new TypeError('Cannot read /srv/app/secret.ts of host db-1'), '/v1');
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem.content)).not.toMatch(/secret|db-1|TypeError/);
  });

  it('a problem stays itself', () => {
    const problem = problems.tooManyAttempts(12);
    expect(problemOf(problem, '/v1')).toBe(problem);
    expect(problem.headers).toEqual({ 'Retry-After': '12' });
  });
});
