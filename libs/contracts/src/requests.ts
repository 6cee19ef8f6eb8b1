import type { RequestDefinition } from './define-request.js';
import type { ServiceName } from './service.js';
import { AcceptRenumbering } from './requests/accept-renumbering.js';
import { AppointRole } from './requests/appoint-role.js';
import { ChangeContract } from './requests/change-contract.js';
import { ChangeDuplicatePolicy } from './requests/change-duplicate-policy.js';
import { ChangeMessagePreferences } from './requests/change-message-preferences.js';
import { ChangeOrganisation } from './requests/change-organisation.js';
import { ChangeProduct } from './requests/change-product.js';
import { ChangePublicationAction } from './requests/change-publication-action.js';
import { ChangeSchedule } from './requests/change-schedule.js';
import { ChangeVisibility } from './requests/change-visibility.js';
import { CleanUpImport } from './requests/clean-up-import.js';
import { CloseDelivery } from './requests/close-delivery.js';
import { CloseReviewRound } from './requests/close-review-round.js';
import { ConfirmOrganisation } from './requests/confirm-organisation.js';
import { ControlRun } from './requests/control-run.js';
import { CopyOrganisation } from './requests/copy-organisation.js';
import { CountImportRecords } from './requests/count-import-records.js';
import { CreateOrganisation } from './requests/create-organisation.js';
import { CreateProduct } from './requests/create-product.js';
import { DecideHeldRun } from './requests/decide-held-run.js';
import { DeleteOrganisation } from './requests/delete-organisation.js';
import { DeleteProduct } from './requests/delete-product.js';
import { JudgeDuplicate } from './requests/judge-duplicate.js';
import { JudgeReviewItem } from './requests/judge-review-item.js';
import { LinkOrganisation } from './requests/link-organisation.js';
import { ListBulkChanges } from './requests/list-bulk-changes.js';
import { ListBulkItems } from './requests/list-bulk-items.js';
import { ListContracts } from './requests/list-contracts.js';
import { ListDeadLetters } from './requests/list-dead-letters.js';
import { ListDeliveries } from './requests/list-deliveries.js';
import { ListDuplicateReports } from './requests/list-duplicate-reports.js';
import { ListErrorGroups } from './requests/list-error-groups.js';
import { ListImportRecords } from './requests/list-import-records.js';
import { ListKeptMail } from './requests/list-kept-mail.js';
import { ListMessages } from './requests/list-messages.js';
import { ListOrganisations } from './requests/list-organisations.js';
import { ListProducts } from './requests/list-products.js';
import { ListPublicChanges } from './requests/list-public-changes.js';
import { ListRecordIds } from './requests/list-record-ids.js';
import { ListReviewItems } from './requests/list-review-items.js';
import { ListRoles } from './requests/list-roles.js';
import { ListRuns } from './requests/list-runs.js';
import { ListSources } from './requests/list-sources.js';
import { ListStagedRows } from './requests/list-staged-rows.js';
import { ListVisibleOrganisations } from './requests/list-visible-organisations.js';
import { MarkMessageRead } from './requests/mark-message-read.js';
import { OpenDelivery } from './requests/open-delivery.js';
import { ProcessImportedOrganisation } from './requests/process-imported-organisation.js';
import { ReceiveFilePart } from './requests/receive-file-part.js';
import { ReceiveRecords } from './requests/receive-records.js';
import { RedriveDeadLetters } from './requests/redrive-dead-letters.js';
import { ReleaseHeldMail } from './requests/release-held-mail.js';
import { ReportDuplicate } from './requests/report-duplicate.js';
import { RequestDeletion } from './requests/request-deletion.js';
import { ResolveDelivery } from './requests/resolve-delivery.js';
import { SaveImportNote } from './requests/save-import-note.js';
import { ShowBulkChange } from './requests/show-bulk-change.js';
import { ShowComparison } from './requests/show-comparison.js';
import { ShowDelivery } from './requests/show-delivery.js';
import { ShowDuplicatePolicy } from './requests/show-duplicate-policy.js';
import { ShowImportOrganisation } from './requests/show-import-organisation.js';
import { ShowImportRecord } from './requests/show-import-record.js';
import { ShowKeptMail } from './requests/show-kept-mail.js';
import { ShowMessage } from './requests/show-message.js';
import { ShowMessagePreferences } from './requests/show-message-preferences.js';
import { ShowOrganisation } from './requests/show-organisation.js';
import { ShowProduct } from './requests/show-product.js';
import { ShowQueueState } from './requests/show-queue-state.js';
import { ShowRecordHistory } from './requests/show-record-history.js';
import { ShowReviewRound } from './requests/show-review-round.js';
import { ShowRun } from './requests/show-run.js';
import { ShowUnsubscription } from './requests/show-unsubscription.js';
import { ShowVisibleOrganisation } from './requests/show-visible-organisation.js';
import { StartBulkChange } from './requests/start-bulk-change.js';
import { StartImport } from './requests/start-import.js';
import { SuppressRecord } from './requests/suppress-record.js';
import { TakeOverProducts } from './requests/take-over-products.js';
import { TransferManagement } from './requests/transfer-management.js';
import { UndoBulkChange } from './requests/undo-bulk-change.js';
import { Unsubscribe } from './requests/unsubscribe.js';
import { WithdrawRole } from './requests/withdraw-role.js';

/** Every request there is. */
export const requests: readonly RequestDefinition[] = [
  StartImport,
  ReceiveFilePart,
  OpenDelivery,
  ReceiveRecords,
  CloseDelivery,
  ShowDelivery,
  ListRuns,
  ShowRun,
  ListSources,
  ListStagedRows,
  DecideHeldRun,
  ControlRun,
  ChangeSchedule,
  ListErrorGroups,
  ListImportRecords,
  ListRecordIds,
  CountImportRecords,
  ShowImportRecord,
  ShowRecordHistory,
  ChangePublicationAction,
  LinkOrganisation,
  SaveImportNote,
  StartBulkChange,
  ListBulkChanges,
  ShowBulkChange,
  ListBulkItems,
  UndoBulkChange,
  ProcessImportedOrganisation,
  ShowImportOrganisation,
  TakeOverProducts,
  SuppressRecord,
  CleanUpImport,
  ShowReviewRound,
  ListReviewItems,
  JudgeReviewItem,
  AcceptRenumbering,
  CloseReviewRound,
  ReportDuplicate,
  ListDuplicateReports,
  RequestDeletion,
  ShowComparison,
  JudgeDuplicate,
  ShowDuplicatePolicy,
  ChangeDuplicatePolicy,
  ListOrganisations,
  ShowOrganisation,
  CreateOrganisation,
  ChangeOrganisation,
  ChangeVisibility,
  ConfirmOrganisation,
  DeleteOrganisation,
  ChangeContract,
  ListContracts,
  ListRoles,
  AppointRole,
  WithdrawRole,
  CopyOrganisation,
  TransferManagement,
  ListProducts,
  ShowProduct,
  CreateProduct,
  ChangeProduct,
  DeleteProduct,
  ListVisibleOrganisations,
  ListPublicChanges,
  ShowVisibleOrganisation,
  ListMessages,
  ShowMessage,
  MarkMessageRead,
  ShowMessagePreferences,
  ChangeMessagePreferences,
  ListDeliveries,
  ResolveDelivery,
  ReleaseHeldMail,
  ShowUnsubscription,
  Unsubscribe,
  ListKeptMail,
  ShowKeptMail,
  ShowQueueState,
  ListDeadLetters,
  RedriveDeadLetters,
];

/** @returns the requests that a service answers. */
export function requestsOf(service: ServiceName): readonly RequestDefinition[] {
  return requests.filter((request) => request.service === service || request.service === 'every service');
}
