import { JudgeDuplicate, RequestRefused, type Actor, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { Controller } from '@nestjs/common';
import { Evaluator, lockImported } from '../evaluation/evaluator.js';
import { emitChanged } from '../evaluation/stale-worker.js';
import { findRecords, recordKey } from '../state/imported-organisations.js';
import { isPaired, removeVerdict, saveVerdict } from '../state/verdicts.js';
import { requireImportManager } from './import-right.js';

type Judgement = PayloadOf<typeof JudgeDuplicate>;

/** Keeps what a person says of a pair; it goes before every rule until something changes that was compared (R46). */
@Controller()
export class JudgeDuplicateController {
  constructor(
    private readonly transactions: Transactions,
    private readonly evaluator: Evaluator,
  ) {}

  @AnswersRequest(JudgeDuplicate)
  async judge(judgement: Judgement, { actor }: RequestContext): Promise<ReplyOf<typeof JudgeDuplicate>> {
    return this.transactions.run({}, async ({ sql, emit }) => {
      const importedId = await findPaired(sql, judgement, actor);
      await storeVerdict(sql, importedId, judgement);
      const cause = { cause: 'VERDICT', by: judgement.by, origin: {} } as const;
      const [told] = await this.evaluator.evaluate(sql, { rescore: [importedId], retell: [] }, cause);
      if (told?.changed) emitChanged(emit, told, cause);
      return { duplicates: told?.duplicates ?? [] };
    });
  }
}

async function findPaired(sql: Sql, { sourceId, recordId, gidsId }: Judgement, asker: Actor | undefined): Promise<string> {
  const importedId = (await findRecords(sql, [{ sourceId, recordId }])).get(recordKey({ sourceId, recordId }));
  if (!importedId) {
    throw notFound('unknownRecord', `Er is geen geïmporteerde organisatie met bronID "${recordId}" in bron ${sourceId}.`);
  }
  await requireRight(sql, importedId, asker);
  await lockImported(sql, [importedId]);
  if (await isPaired(sql, importedId, gidsId)) return importedId;
  throw notFound('unknownPair', `G!DS-organisatie ${gidsId} is niet gevonden als mogelijke dubbele van bronID "${recordId}". Vernieuw het overzicht.`);
}

/** The right is to the import that the record is of, whatever the request says that it is. */
async function requireRight(sql: Sql, importedId: string, asker: Actor | undefined): Promise<void> {
  const [record] = await sql.all<{ import_id: string }>('SELECT import_id FROM imported_organisation WHERE id = $1', [importedId]);
  if (record) requireImportManager(asker, record.import_id);
}

function storeVerdict(sql: Sql, importedId: string, { gidsId, verdict, by }: Judgement): Promise<void> {
  return verdict ? saveVerdict(sql, importedId, gidsId, verdict, by) : removeVerdict(sql, importedId, gidsId);
}

function notFound(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'notFound', code, message });
}
