// eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** @returns text as it stands in an element or attribute; what XML cannot hold becomes U+FFFD */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(unwritable, '\uFFFD').replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign);
}
