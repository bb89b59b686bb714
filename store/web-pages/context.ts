/** What every page needs beside its own rows. */
import type { Db } from '../db/transaction.ts';
import { readSettings, type Settings } from '../read/installation.ts';
import { type Rules, readRules } from '../rules.ts';

export type Context = { readonly rules: Rules; readonly settings: Settings };

/** @throws Problem `not_found` while no plan of that name has been imported */
export async function readContext(db: Db, plan: string): Promise<Context> {
  return { rules: await readRules(db, plan), settings: await readSettings(db) };
}

export async function isDatabaseReachable(db: Db): Promise<boolean> {
  return db.query('select 1').then(
    () => true,
    () => false,
  );
}
