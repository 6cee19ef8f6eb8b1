import type { RunReportChoice } from '@gids/contracts';
import { defineEntity, p } from '@mikro-orm/core';

/** What a reader chose to be mailed about an import; absent where he never chose. */
export const PreferenceRow = defineEntity({
  name: 'PreferenceRow',
  tableName: 'preference',
  properties: {
    /** As in a message: an account, as `account:m.devries`, or an address from the settings. */
    reader: p.text().primary(),
    importId: p.text().primary(),
    runReport: p.text().$type<RunReportChoice>(),
    linkedChanges: p.boolean(),
    productChanges: p.boolean(),
    problemReports: p.boolean(),
    weeklyReminder: p.boolean(),
  },
});
