import { publicationActions, RequestRefused } from '@gids/contracts';
import { recordState } from '../testing/record-facts.js';
import { changeAction } from './change-action.js';

const linked = recordState({ publicationAction: 'DO_NOT_SHOW', linkedOrganisationId: 123, visible: false });
const refusalOf = (act: () => unknown) => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof RequestRefused ? error.problem : error;
  }
};

describe('another publication action (R29, R89)', () => {
  it('R89 is stored and told', () => {
    expect(changeAction(recordState(), { publicationAction: 'DO_NOT_SHOW', unlink: false })).toEqual({
      publicationAction: 'DO_NOT_SHOW',
      told: [{ kind: 'ACTION', sentence: "Publicatieactie van 'Zichtbaar maken na succesvolle import' naar 'NIET zichtbaar maken na import'." }],
    });
  });

  it.each(publicationActions)('R2 given %s already, then nothing changes', (publicationAction) => {
    expect(changeAction(recordState({ publicationAction }), { publicationAction, unlink: false })).toBeUndefined();
  });

  it.each(['SHOW_ON_SUCCESS', 'SHOW_IGNORE_DUPLICATES'] as const)('A18 R54 given a linked record, then %s is refused and says what to do', (publicationAction) => {
    expect(refusalOf(() => changeAction(linked, { publicationAction, unlink: false }))).toMatchObject({ kind: 'conflict', code: 'linked', message: expect.stringContaining('ontkoppel') as string });
  });

  it('A18 given a linked record and "ontkoppelen en wijzigen", then both in one act', () => {
    const change = changeAction(linked, { publicationAction: 'SHOW_ON_SUCCESS', unlink: true });
    expect(change).toMatchObject({ publicationAction: 'SHOW_ON_SUCCESS', linkedOrganisationId: undefined });
    expect(change?.told?.map(({ kind }) => kind)).toEqual(['ACTION', 'LINK']);
  });
});
