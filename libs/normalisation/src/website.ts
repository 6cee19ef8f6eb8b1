import { cleanText } from './text.js';

const longest = 500;
/** `www.` counts as no name: `www.elker` has lost its top-level domain. */
const hostName = /^(?!www\.[^.]+$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Reads a web address; `https://` is put in front when a scheme is missing, the host is lower-cased.
 * Only http and https with a full domain name, without a user name (RELIABILITY c1 row 44).
 * @returns an absolute address of at most 500 characters, or undefined
 */
export function normaliseWebsite(value: string): string | undefined {
  const text = cleanText(value);
  if (text === '' || /\s/.test(text)) return undefined;
  const url = parse(withScheme(text));
  if (!url || url.username || url.password) return undefined;
  url.hostname = url.hostname.replace(/\.$/, '');
  if (!hostName.test(url.hostname)) return undefined;
  const address = url.pathname + url.search + url.hash === '/' ? url.origin : url.href;
  return address.length <= longest ? address : undefined;
}

/** A port after the host (`school.nl:8080`) is no scheme, hence the digit. */
function withScheme(text: string): string {
  if (/^https?:\/\//i.test(text)) return text;
  return /^[a-z][a-z0-9+.-]*:(?![0-9])/i.test(text) ? '' : `https://${text}`;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
