import { whyVisible } from '../rules/why.js';
import type { RecordState } from '../records/record-state.js';

/** An organisation at which the public could see a product. */
export interface Shower {
  readonly gidsId: number;
  readonly name: string;
  readonly visible: boolean;
}

/** Who shows a product: the organisation that it stands under, and the one that took it over (R59, R70). */
export interface Showers {
  readonly owner: Shower | undefined;
  readonly taker: Shower | undefined;
}

/** Why the public does or does not see a product, in one Dutch sentence (R70, R99): its own flag first, then who shows it. */
export function whyProductVisible(record: RecordState, { owner, taker }: Showers): string {
  if (!record.visible || !owner) return whyVisible(record, record);
  if (owner.visible) return `Zichtbaar: de import is geslaagd en ${named(owner)}, waar het onder staat, is zichtbaar.`;
  if (taker?.visible) return `Zichtbaar bij ${named(taker)}, die het overnam; ${named(owner)}, waar het onder staat, is niet zichtbaar.`;
  const both = taker ? ` en ${named(taker)}, die het overnam, ook niet` : '';
  return `Niet zichtbaar: het product zelf mag worden getoond, maar ${named(owner)}, waar het onder staat, is niet zichtbaar${both}.`;
}

function named({ gidsId, name }: Shower): string {
  return `G!DS ${gidsId} ${name}`;
}
