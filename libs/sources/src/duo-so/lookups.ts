import { eachOf, oneOf } from '../value-table.js';

/** Values of SOORT PRIMAIR ONDERWIJS; schools for special primary education share the file with the others. */
export const specialEducationType = oneOf({
  '(V)SO': '(Voortgezet) speciaal onderwijs',
  SO: 'Speciaal onderwijs',
  VSO: 'Voortgezet speciaal onderwijs',
  SBO: 'Speciaal basisonderwijs',
  SBAO: 'Speciaal basisonderwijs',
});

/** Parts of CLUSTER: `4`, `3/4`. */
export const cluster = eachOf({ 1: '1', 2: '2', 3: '3', 4: '4' }, '/');
