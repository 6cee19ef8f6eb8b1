import fc from 'fast-check';
import { z } from 'zod';
import { ownNamespace } from './namespaces.js';
import { parseXml } from './parse-xml.js';
import { readArguments } from './read-arguments.js';
import { free, group, told } from './values.js';
import { writeElement } from './write-element.js';
import { xmlText } from './xml-text.js';

/** Text that XML 1.0 can hold. */
// eslint-disable-next-line no-control-regex -- exactly the characters that it cannot
const text = fc.string({ unit: 'binary' }).map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed());
const nasty = fc.constantFrom(']]>', '<![CDATA[', '&amp;', '&#60;', '<script>', '-->', '"', "'", '\r\n', '\t', '&', '<', '>');
const anyText = fc.array(fc.oneof(text, nasty), { maxLength: 8 }).map((parts) => parts.join(''));

const reads = (xml: string) => parseXml(`<a xmlns="${ownNamespace}">${xml}</a>`);

describe('text over SOAP', () => {
  it('c4 102 that is written is read back as it was', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        expect(reads(xmlText(value)).text).toBe(value);
      }),
    );
  });

  it('c4 102 in CDATA is read as it stands, also around the mark that ends it', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        // XML reads the end of a line as one sign, whatever it was.
        const lines = value.replace(/\r\n?/g, '\n');
        expect(reads(`<![CDATA[${lines.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`).text).toBe(lines);
      }),
    );
  });

  it('c4 102 in an attribute is safe', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const [attribute] = parseXml(`<a b="${xmlText(value)}"/>`).attributes;
        expect(attribute?.value.replace(/\s/g, ' ')).toBe(value.replace(/\s/g, ' '));
      }),
    );
  });

  it('c4 102 goes through the messages of an operation unchanged', () => {
    const output = z.object({ Groep: z.array(group('Groep', { Tekst: told.text('Tekst.') })) });
    const input = z.object({ Groep: z.array(group('Groep', { Tekst: free(100_000, 'Tekst.') })) });
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (values) => {
        const given = { Groep: values.map((Tekst) => ({ Tekst: Tekst.replace(/\u007f/g, '') })) };
        expect(readArguments(input, parseXml(writeElement('Vraag', output, given, ` xmlns="${ownNamespace}"`)))).toEqual(given);
      }),
    );
  });

  it('c4 85 that XML cannot hold is replaced, never sent', () => {
    expect(xmlText('a\u0000b\ud800c\uffff')).toBe('a\uFFFDb\uFFFDc\uFFFD');
  });
});
