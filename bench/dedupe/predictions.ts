import type { MatchClass } from '@gids/contracts';
import type { SetOrganisation } from './labelled-set.ts';
import type { MatchedPair } from './matcher.ts';

/** How a class is called in a predictions file: the relation, and how sure it is. */
const wording: Readonly<Record<MatchClass, readonly [relation: string, level: string]>> = {
  IDENTICAL: ['same', 'identical'],
  PROBABLE: ['same', 'probable'],
  POSSIBLE: ['same', 'possible'],
  SAME_BUILDING: ['same_building_other_org', 'none'],
  SAME_NAME_ELSEWHERE: ['same_name_other_place', 'none'],
};

/** @returns the file that `score.py` reads; the directory's organisations are numbered from 1 in their order */
export function predictionsFile(pairs: readonly MatchedPair[], directory: readonly SetOrganisation[]): string {
  const lines = pairs.map(({ recordId, gidsId, class: matchClass, counts }) =>
    [recordId, directory[gidsId - 1]?.id ?? '', ...wording[matchClass], counts ? '1' : '0'].join(','),
  );
  return ['imported_id,directory_id,relation,level,flag', ...lines, ''].join('\n');
}
