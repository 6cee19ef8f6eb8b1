import type { DuplicateReport, ReplyOf, RequestDeletion, ShowComparison } from '@gids/contracts';
import { directoryOrganisationExample } from './directory-examples.js';
import { recordDetailExample } from './examples.js';

const { gidsId } = directoryOrganisationExample;

export const duplicateReportExample: DuplicateReport = {
  id: 7,
  importId: recordDetailExample.importId,
  importRecordId: recordDetailExample.id,
  gidsId: 884_213,
  name: recordDetailExample.name,
  remark: `Deze school staat er al, onder G!DS ${gidsId}.`,
  by: 'j.bakker',
  reportedAt: '2026-08-04T08:00:00.000Z',
};

export const deletionRequestExample: ReplyOf<typeof RequestDeletion> = {
  gidsId,
  importRecordId: recordDetailExample.id,
  accountManager: 'm.devries',
  requestedAt: '2026-08-04T08:00:00.000Z',
};

export const comparisonExample: ReplyOf<typeof ShowComparison> = {
  gidsId,
  name: directoryOrganisationExample.organisation.name,
  comparisons: [
    {
      importId: recordDetailExample.importId,
      sourceId: recordDetailExample.sourceId,
      importRecordId: recordDetailExample.id,
      recordId: recordDetailExample.recordId,
      gidsId: 884_213,
      name: recordDetailExample.name,
      missingAtSource: false,
      fields: [
        {
          field: 'phone',
          label: 'Telefoon',
          imported: '0591659841',
          own: '0591659840',
          differs: true,
          lastChange: { before: '0591659840', after: '0591659841', at: '2026-08-04T06:00:20.000Z' },
        },
        { field: 'attributes.denomination', label: 'Denominatie', imported: 'Openbaar', differs: true },
      ],
    },
  ],
};
