import { SaxesParser, type SaxesTagNS } from 'saxes';
import { xopNamespace } from './namespaces.js';
import { isUtf8 } from './read-message.js';
import { SoapRefusal, unreadable } from './soap-refusal.js';

/** An element with what is in it; a name counts with its namespace. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly { readonly namespace: string; readonly name: string; readonly value: string }[];
  readonly children: XmlElement[];
  /** All text directly in it, CDATA too. */
  text: string;
}

/** No message of ours comes near these. */
const mostElements = 2_000;
const deepest = 20;

/**
 * Reads one XML document without DTD, processing instructions and included files: SOAP forbids the first two (SOAP 1.2
 * part 1, 5), and nothing of ours needs the third (RELIABILITY c4 88-95, 100).
 * @throws SoapRefusal 400 that says what is wrong and where
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const tree = new Tree();
  parser.on('xmldecl', ({ encoding }) => refuseOtherEncoding(encoding));
  parser.on('doctype', () => refuse('Een DOCTYPE mag niet in een SOAP-bericht.'));
  parser.on('processinginstruction', () => refuse('Een verwerkingsinstructie (<?…?>) mag niet in een SOAP-bericht.'));
  parser.on('opentag', (tag) => tree.open(tag));
  parser.on('closetag', () => tree.close());
  parser.on('text', (part) => tree.add(part));
  parser.on('cdata', (part) => tree.add(part));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof SoapRefusal) throw error;
    refuse(`Het bericht is geen goed gevormde XML (fout bij regel ${parser.line}, teken ${parser.column}).`);
  }
  return tree.root ?? refuse('Het bericht is leeg. Stuur een SOAP-envelop.');
}

class Tree {
  root: XmlElement | undefined;
  private readonly path: XmlElement[] = [];
  private count = 0;

  open({ uri, local, attributes }: SaxesTagNS): void {
    if (uri === xopNamespace) refuse('Bijlagen (XOP/MTOM) worden niet gelezen. Zet alle gegevens in het bericht zelf.');
    this.count += 1;
    if (this.count > mostElements) refuse(`Het bericht heeft meer dan ${mostElements} elementen.`);
    if (this.path.length >= deepest) refuse(`Het bericht is dieper genest dan ${deepest} elementen.`);
    const own = Object.values(attributes).map((attribute) => ({ namespace: attribute.uri, name: attribute.local, value: attribute.value }));
    const element = { namespace: uri, name: local, attributes: own, children: [], text: '' };
    this.path.at(-1)?.children.push(element);
    this.root ??= element;
    this.path.push(element);
  }

  close(): void {
    this.path.pop();
  }

  add(text: string): void {
    const element = this.path.at(-1);
    if (element) element.text += text;
  }
}

function refuseOtherEncoding(encoding: string | undefined): void {
  if (encoding !== undefined && !isUtf8(encoding)) refuse(`Tekenset "${encoding.slice(0, 40)}" wordt niet gelezen. Stuur UTF-8.`);
}

function refuse(message: string): never {
  throw unreadable(message);
}
