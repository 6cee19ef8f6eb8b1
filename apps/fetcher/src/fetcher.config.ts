import { wholeNumber, type ConfigOf } from '@gids/service-host';
import { sourceById, type Source } from '@gids/sources';
import { z } from 'zod';
import { isWebAddress } from './files/follow-redirects.js';
import type { PullLimits } from './files/pull.js';

/** `duo-po=https://…;lrk=https://…`, checked. */
const sourceUrls = z.string().default('').superRefine((text, context) => {
  for (const [id, url] of pairsOf(text)) {
    const address = URL.parse(url);
    if (!sourceById(id)) context.addIssue({ code: 'custom', message: `"${id}" is not a source` });
    else if (!address || !isWebAddress(address)) {
      context.addIssue({ code: 'custom', message: `the address of ${id} is not one of http or https without a name and password` });
    }
  }
});

/** Settings of the fetcher. */
export const fetcherSettings = z.object({
  GIDS_SOURCE_URLS: sourceUrls.describe('Other addresses to pull from than those of the sources, `duo-po=https://…;lrk=https://…`'),
  GIDS_MAX_FILE_MB: wholeNumber(1, 4_096).default(512).describe('Largest file that is fetched or received, in MB'),
  GIDS_FETCH_SECONDS: wholeNumber(1, 7_200).default(900).describe('Longest time to fetch a file'),
  GIDS_FETCH_IDLE_SECONDS: wholeNumber(1, 300).default(60).describe('Longest time without a byte while a file is fetched'),
});

export type FetcherConfig = ConfigOf<typeof fetcherSettings>;

/** @returns where a source's file is pulled from in this installation */
export function addressOf(source: Source, { GIDS_SOURCE_URLS }: FetcherConfig): string {
  return new Map(pairsOf(GIDS_SOURCE_URLS)).get(source.id) ?? source.url;
}

export function pullLimits({ GIDS_MAX_FILE_MB, GIDS_FETCH_SECONDS, GIDS_FETCH_IDLE_SECONDS }: FetcherConfig): PullLimits {
  return { maxBytes: GIDS_MAX_FILE_MB * 1024 * 1024, total: GIDS_FETCH_SECONDS * 1_000, idle: GIDS_FETCH_IDLE_SECONDS * 1_000 };
}

function pairsOf(text: string): [id: string, url: string][] {
  const entries = text.split(';').map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '').map((entry) => {
    const [id = '', url = ''] = entry.split(/=(.*)/s);
    return [id.trim(), url.trim()];
  });
}
