import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ViewContent, ViewRow } from './saved-view.js';

/** Most views that one person keeps. */
const mostViews = 100;

/** What a person saves, under a name of his. */
export interface NamedView {
  readonly owner: string;
  readonly name: string;
  readonly view: ViewContent;
}

/** Views that people keep; each is its owner's to change, and anybody's to read who has its address. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(owner: string): Promise<ViewRow[]> {
    return this.sql().all<ViewRow>('SELECT * FROM saved_view WHERE owner = $1 ORDER BY lower(name), id', [owner]);
  }

  async find(id: string): Promise<ViewRow | undefined> {
    return (await this.sql().all<ViewRow>('SELECT * FROM saved_view WHERE id = $1', [id]))[0];
  }

  /** @returns the view; undefined where its owner has one of that name, or too many */
  async make({ owner, name, view }: NamedView): Promise<ViewRow | undefined> {
    const [row] = await this.sql().all<ViewRow>(
      `INSERT INTO saved_view (id, owner, name, view, changed_at) SELECT $1, $2, $3, $4, $5
       WHERE (SELECT count(*) FROM saved_view WHERE owner = $2) < $6 ON CONFLICT (owner, name) DO NOTHING RETURNING *`,
      [uuidv7(), owner, name, JSON.stringify(view), this.clock(), mostViews],
    );
    return row;
  }

  /** @returns the view; undefined where the owner has another of that name, or none of this id in this version */
  async change(id: string, version: number, { owner, name, view }: NamedView): Promise<ViewRow | undefined> {
    const [row] = await this.sql().all<ViewRow>(
      `UPDATE saved_view SET name = $4, view = $5, version = version + 1, changed_at = $6 WHERE id = $1 AND owner = $2 AND version = $3
         AND NOT EXISTS (SELECT FROM saved_view other WHERE other.owner = $2 AND other.name = $4 AND other.id <> $1) RETURNING *`,
      [id, owner, version, name, JSON.stringify(view), this.clock()],
    );
    return row;
  }

  /** @returns whether there was one of this owner */
  async remove(id: string, owner: string): Promise<boolean> {
    return (await this.sql().run('DELETE FROM saved_view WHERE id = $1 AND owner = $2', [id, owner])) === 1;
  }

  /** @returns whether this owner has this view, and another of that name */
  async ownership(id: string, owner: string, name: string): Promise<{ own: boolean; nameTaken: boolean }> {
    const [row] = await this.sql().all<{ own: boolean; nameTaken: boolean }>(
      `SELECT EXISTS (SELECT FROM saved_view WHERE id = $1 AND owner = $2) AS own,
         EXISTS (SELECT FROM saved_view WHERE owner = $2 AND name = $3 AND id <> $1) AS "nameTaken"`,
      [id, owner, name],
    );
    return row ?? { own: false, nameTaken: false };
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
