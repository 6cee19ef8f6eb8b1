import fc from 'fast-check';
import type { Footer, MessageView } from './message-view.js';
import { renderHtml } from './render-html.js';

const viewWith = (value: string): MessageView => ({
  subject: value,
  heading: value,
  paragraphs: [value, value],
  tables: [{ title: value, figures: [{ label: value, value: 6122 }], total: { label: value, value: 6122 } }],
  changes: [{ title: value, remark: value, rows: [{ label: value, before: value, after: value, own: value }], more: 3 }],
  lists: [{ title: value, items: [value], more: 1 }],
  toLookAt: [value],
  link: { label: value, url: `https://import.voorbeeld.nl/${value}` },
});
const footerWith = (value: string): Footer => ({ sentences: [value], links: [{ label: value, url: `https://import.voorbeeld.nl/${value}` }] });
const htmlWith = (value: string) => renderHtml(viewWith(value), footerWith(value));

/** Tags and attributes, without the text between them. */
const skeleton = (html: string) => html.match(/<[^<>]*>/g)?.map((tag) => tag.replace(/href="[^"]*"/, 'href'));

describe('a message as HTML (N33, RELIABILITY (e) 13 and 21)', () => {
  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onclick='x", '</title><b>', '&lt;b&gt;'])('shows %s as text', (value) => {
    const html = htmlWith(value);
    expect(html).not.toContain(value);
    expect(skeleton(html)).toEqual(skeleton(htmlWith('gewoon')));
  });

  it('has the same tags whatever its values are', () => {
    const plain = skeleton(htmlWith('gewoon'));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', ' ', '/', '=') }), (value) => {
      expect(skeleton(htmlWith(value))).toEqual(plain);
    }));
  });

  it('says its language, writes figures as Dutch readers do, and loads nothing from elsewhere', () => {
    const html = htmlWith('Import');
    expect(html).toContain('<html lang="nl">');
    expect(html).toContain('6.122');
    expect(html).not.toMatch(/<(img|link|script|iframe)|url\(/);
    expect(html.match(/<a [^>]*background/g)).toHaveLength(1);
    expect(html).toContain('max-width:600px');
  });
});
