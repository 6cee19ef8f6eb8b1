import { inTransaction, sqlOf } from '@gids/persistence';
import { imports } from '@gids/sources';
import { MikroORM } from '@mikro-orm/postgresql';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ensureImportRoots } from './organisation-store.js';

/** Sees to it that every import has its importorganisatie before its first record arrives (R9). */
@Injectable()
export class ImportRoots implements OnApplicationBootstrap {
  constructor(private readonly orm: MikroORM) {}

  async onApplicationBootstrap(): Promise<void> {
    await inTransaction(this.orm, (em) => ensureImportRoots(sqlOf(em), imports));
  }
}
