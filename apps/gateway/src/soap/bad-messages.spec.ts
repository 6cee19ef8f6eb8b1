import { connect } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ListImportRecords, ShowImportOrganisation } from '@gids/contracts';
import { requestQueueOf } from '@gids/messaging';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { callSoap, contentOf, faultIn, sendSoap, soapMessage, type SoapAnswer } from '../testing/soap-request.js';
import { StandInService } from '../testing/stand-in-service.js';
import { actionOf, ownNamespace, soap11, soap12 } from './namespaces.js';

const list = 'HaalImportsstatussen';
const content = '<ImportOrganisatieID>100001</ImportOrganisatieID>';
const good = soapMessage(list, content);
const bytes = (text: string | Buffer) => new Uint8Array(Buffer.from(text));

describe('bad messages over SOAP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = publisherOf(gateway);
  });
  /** Whatever was sent: the process is alive, and a good message is answered. */
  afterEach(async () => {
    publisher.asked.splice(0);
    expect(await callSoap(gateway, list, content)).toMatchObject({ status: 200 });
  });

  function expectFault(answer: SoapAnswer, status: number, code = 'soap:Client', type = 'text/xml; charset=utf-8'): void {
    expect(answer.status).toBe(status);
    expect(faultIn(answer).code).toBe(code);
    expect(faultIn(answer).text).not.toBe('');
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules|\.ts\b|\.js\b|saxes/);
    expect(publisher.asked).toEqual([]);
  }

  it('c4 86 of corrupt gzip are 400', async () => {
    expectFault(await sendSoap(gateway, 'no gzip at all', { 'content-encoding': 'gzip' }), 400);
    expectFault(await sendSoap(gateway, bytes(gzipSync(good).subarray(0, 40)), { 'content-encoding': 'gzip' }), 400);
  });

  it('c4 86 in gzip that is right are read', async () => {
    expect(await sendSoap(gateway, bytes(gzipSync(good)), { 'content-encoding': 'gzip' })).toMatchObject({ status: 200 });
    publisher.asked.splice(0);
  });

  it.each(['deflate', 'br', 'gzip, gzip', 'x'])('c4 86 in the encoding %s are 415', async (encoding) => {
    expectFault(await sendSoap(gateway, good, { 'content-encoding': encoding }), 415);
  });

  it('c4 87 that are larger than 256 kB are 413, also where gzip hides it', async () => {
    const large = soapMessage(list, `<!-- ${'x'.repeat(300_000)} -->${content}`);
    expectFault(await sendSoap(gateway, large), 413);
    expectFault(await sendSoap(gateway, bytes(gzipSync(Buffer.alloc(60_000_000, 32))), { 'content-encoding': 'gzip' }), 413);
  });

  it('c4 87 that never end are cut off, however little they say of their size', async () => {
    const { port, hostname } = new URL(gateway.baseUrl);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`POST /soap/import HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${gateway.token}\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n`);
    for (let sent = 0; sent < 5; sent += 1) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    socket.end('0\r\n\r\n');
    expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['c4 88 of a file', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    ['c4 89 of a billion laughs', '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x "&b;&b;&b;">]>'],
    ['c4 90 without entities', '<!DOCTYPE Envelope>'],
  ])('%s: a DOCTYPE is refused', async (_what, doctype) => {
    const answer = await sendSoap(gateway, `${doctype}${good.replace('100001', doctype.includes('ENTITY x') ? '&x;' : '100001')}`);
    expectFault(answer, 400);
    expect(faultIn(answer).text).toBe('Een DOCTYPE mag niet in een SOAP-bericht.');
  });

  it.each([
    ['an element that is not closed', good.replace('</e:Envelope>', '')],
    ['two roots', `${good}${good}`],
    ['an attribute twice', good.replace('<e:Body', '<e:Body a="1" a="2"')],
    ['an entity that is not there', good.replace('100001', '&hallo;')],
    ['a character that XML has not', good.replace('100001', '&#1;')],
    ['text only', 'Goedemorgen'],
    ['JSON', '{"a":1}'],
  ])('c4 91 of %s are 400, in our own words', async (_what, message) => {
    const answer = await sendSoap(gateway, message);
    expectFault(answer, 400);
    expect(faultIn(answer).text).toMatch(/^Het bericht is geen goed gevormde XML \(fout bij regel \d+, teken \d+\)\.$/);
  });

  it('c4 91 that are empty are 400', async () => {
    for (const message of ['', ' \n ']) expectFault(await sendSoap(gateway, message), 400);
  });

  it('c4 91 with a processing instruction are 400', async () => {
    expectFault(await sendSoap(gateway, `<?xml-stylesheet href="x"?>${good}`), 400);
  });

  it('c4 91 that are no envelope, or have no one order in one body, are a fault', async () => {
    const envelope = (inner: string) => `<e:Envelope xmlns:e="${soap11.envelope}">${inner}</e:Envelope>`;
    for (const message of ['<a/>', envelope(''), envelope('<e:Body/>'), envelope('<e:Body><a/><b/></e:Body>'), envelope('<e:Body><a/></e:Body><e:Body><a/></e:Body>')]) {
      expectFault(await sendSoap(gateway, message), 500);
    }
  });

  it('c4 91 nested without end, or with elements without number, are 400', async () => {
    expectFault(await sendSoap(gateway, '<a>'.repeat(20_000) + '</a>'.repeat(20_000)), 400);
    expectFault(await sendSoap(gateway, soapMessage(list, '<a/>'.repeat(20_000))), 400);
  });

  it('c4 92 with a prefix that is not declared are 400', async () => {
    expectFault(await sendSoap(gateway, good.replace('<ImportOrganisatieID>100001</ImportOrganisatieID>', '<x:a/>')), 400);
  });

  it.each(['BestaatNiet', '__proto__', 'constructor', 'toString', 'haalImportsstatussen'])('c4 92 for the unknown operation %s are a fault', async (operation) => {
    expectFault(await sendSoap(gateway, soapMessage(operation, content)), 500);
  });

  it('c4 92 for an operation in another namespace are a fault', async () => {
    expectFault(await sendSoap(gateway, good.replace(ownNamespace, 'urn:elders')), 500);
  });

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'Onbekend'])('c4 92 with the unknown element %s say so', async (name) => {
    const answer = await callSoap(gateway, list, `${content}<${name}><admin>true</admin></${name}>`);
    expectFault(answer, 500);
    expect(faultIn(answer)).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: name, Code: 'onbekendVeld' } } });
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it.each(['12abc', '1e3', '0x10', '-5', '0', '1.0', '99999999999', '', ' ', '&lt;1'])('c4 93 with "%s" for a number are refused', async (value) => {
    const answer = await callSoap(gateway, list, `<ImportOrganisatieID>${value}</ImportOrganisatieID>`);
    expectFault(answer, 500);
    expect(faultIn(answer)).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: 'ImportOrganisatieID' } } });
  });

  it('c4 94 with an element twice are refused, and one with elements in it for text too', async () => {
    expect(faultIn(await callSoap(gateway, list, content + content))).toMatchObject({ content: { Fout: { Veld: 'ImportOrganisatieID', Code: 'herhaald' } } });
    expect(faultIn(await callSoap(gateway, list, '<ImportOrganisatieID>1<a/></ImportOrganisatieID>'))).toMatchObject({ detail: 'OngeldigeInvoer' });
    expect(faultIn(await callSoap(gateway, list, `${content}los`))).toMatchObject({ content: { Fout: { Code: 'losseTekst' } } });
    expect(publisher.asked).toEqual([]);
  });

  it('N5 with several things wrong are told all of them at once', async () => {
    const answer = await callSoap(gateway, list, '<ImportOrganisatieID>x</ImportOrganisatieID><Pagina>0</Pagina><Sortering><Veld>Kleur</Veld></Sortering><Filter><Importstatus>Misschien</Importstatus></Filter>');
    expectFault(answer, 500);
    const { Fout } = faultIn(answer).content as { Fout: { Veld: string; Melding: string }[] };
    expect(Fout.map(({ Veld }) => Veld).sort()).toEqual(['Filter/Importstatus/0', 'ImportOrganisatieID', 'Pagina', 'Sortering/Veld']);
    expect(Fout.find(({ Veld }) => Veld === 'Sortering/Veld')?.Melding).toBe('Kies een van: Importstatus, Publicatieactie, Organisatienaam, BronID.');
  });

  it.each([
    ['in the prolog', 'text/xml', `<?xml version="1.0" encoding="ISO-8859-1"?>${good}`, 400],
    ['in the header', 'text/xml; charset=iso-8859-1', good, 415],
    ['in the header, quoted', 'text/xml; charset="windows-1252"', good, 415],
  ])('c4 95 that say another encoding than UTF-8 %s are refused', async (_where, type, message, status) => {
    expectFault(await sendSoap(gateway, message, { 'content-type': type }), status);
  });

  it('c4 95 in other bytes than UTF-8 are 400', async () => {
    expectFault(await sendSoap(gateway, new Uint8Array(Buffer.from(good.replace('100001', 'caf\xe9'), 'latin1'))), 400);
    expectFault(await sendSoap(gateway, new Uint8Array(Buffer.from(`\uFEFF${good}`, 'utf16le'))), 400);
  });

  it('c4 95 that say UTF-8 in any spelling are read, also after a byte order mark', async () => {
    const message = `\uFEFF<?xml version="1.0" encoding="utf-8"?>${good}`;
    expect(await sendSoap(gateway, message, { 'content-type': 'text/xml; charset="UTF-8"' })).toMatchObject({ status: 200 });
    publisher.asked.splice(0);
  });

  it.each(['text/html', 'application/json', 'text/plain', 'application/octet-stream'])('c4 96 sent as %s are 415, and are not answered as that', async (type) => {
    expectFault(await sendSoap(gateway, good.replace('100001', '&lt;script>alert(1)&lt;/script>'), { 'content-type': type }), 415);
  });

  it('c4 97 with the SOAPAction of another operation are refused', async () => {
    for (const action of [`"${actionOf('WijzigPublicatieActie')}"`, 'urn:x', '"HaalImportsstatussen"']) expectFault(await callSoap(gateway, list, content, { soapaction: action }), 500);
    const answer = await callSoap(gateway, list, content, { 'content-type': `application/soap+xml; action="urn:x"` }, soap12);
    expectFault(answer, 400, 'soap:Sender', 'application/soap+xml; charset=utf-8');
  });

  it('c4 97 with an empty SOAPAction, or none, say it in the body alone', async () => {
    expect(await callSoap(gateway, list, content, { soapaction: '""' })).toMatchObject({ status: 200 });
    expect(await sendSoap(gateway, good)).toMatchObject({ status: 200 });
    expect(await sendSoap(gateway, soapMessage(list, content, soap12), { 'content-type': 'application/soap+xml' })).toMatchObject({ status: 200 });
    publisher.asked.splice(0);
  });

  it('c4 98 with a WS-Security header that must be understood are refused: there are no passwords in messages here', async () => {
    const security = `<e:Header><w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" e:mustUnderstand="1"><w:UsernameToken/></w:Security></e:Header>`;
    expectFault(await sendSoap(gateway, good.replace('<e:Body>', `${security}<e:Body>`)), 500, 'soap:MustUnderstand');
    expect(await sendSoap(gateway, good.replace('<e:Body>', `${security.replace('="1"', '="0"')}<e:Body>`))).toMatchObject({ status: 200 });
    publisher.asked.splice(0);
  });

  it('c4 99 in the envelope of another version than the request says are a VersionMismatch', async () => {
    expectFault(await sendSoap(gateway, soapMessage(list, content, soap12)), 500, 'soap:VersionMismatch');
    const answer = await sendSoap(gateway, good, { 'content-type': 'application/soap+xml' });
    expectFault(answer, 500, 'soap:VersionMismatch', 'application/soap+xml; charset=utf-8');
    expect(answer.text).toContain(`<soap:SupportedEnvelope qname="v0:Envelope" xmlns:v0="${soap12.envelope}"/>`);
  });

  it('c4 99 in an envelope of no version at all are a VersionMismatch', async () => {
    expectFault(await sendSoap(gateway, good.replace(soap11.envelope, 'urn:nergens')), 500, 'soap:VersionMismatch');
  });

  it('c4 100 with an attachment are refused', async () => {
    expectFault(await sendSoap(gateway, good, { 'content-type': 'multipart/related; type="application/xop+xml"; boundary=x' }), 415);
    const xop = '<x:Include xmlns:x="http://www.w3.org/2004/08/xop/include" href="file:///etc/passwd"/>';
    expectFault(await callSoap(gateway, list, `<ImportOrganisatieID>${xop}</ImportOrganisatieID>`), 400);
  });

  it('e11 with a person’s cookie and no key are 401', async () => {
    const signedIn = await gateway.askAsStranger('/v1/sessies', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ naam: 'beheerder', wachtwoord: gateway.password }),
    });
    const cookie = signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    expect(cookie).not.toBe('');
    const response = await gateway.askAsStranger('/soap/import', { method: 'POST', headers: { cookie, 'content-type': 'text/xml', 'sec-fetch-site': 'same-origin' }, body: good });
    expect(response.status).toBe(401);
  });

  it.each([{}, { authorization: 'Bearer gids_onbekend' }, { authorization: 'Basic Z2lkczp4' }])('e1 of a stranger are 401, as a fault, whatever they hold: %j', async (headers) => {
    for (const message of [good, 'rommel', '<!DOCTYPE a>']) {
      const response = await gateway.askAsStranger('/soap/import', { method: 'POST', headers: { ...headers, 'content-type': 'text/xml' }, body: message });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="gids"');
      expect(await response.text()).toContain('<faultcode>soap:Client</faultcode>');
    }
    expect(publisher.asked).toEqual([]);
  });

  it('e15 of which nobody foresaw what happens say nothing of the inside, which stands in the log', async () => {
    await publisher.leave();
    const broken = gateway.requests.serve(requestQueueOf('publisher'), async () => Buffer.from('SELECT * FROM import_record'));
    const answer = await callSoap(gateway, list, content);
    await broken.drain();
    publisher = publisherOf(gateway);
    expect(answer.status).toBe(500);
    expect(faultIn(answer)).toEqual({ code: 'soap:Server', text: 'Er ging iets mis. De beheerder vindt de oorzaak in het logboek.', detail: undefined, content: undefined });
    expect(gateway.logged.some(({ level, fields }) => level === 'error' && fields['operation'] === list)).toBe(true);
  });

  it('are answered in the version that they were asked in', async () => {
    const answer = await callSoap(gateway, list, content, {}, soap12);
    expect(answer.headers.get('content-type')).toBe('application/soap+xml; charset=utf-8');
    expect(contentOf(answer.body)).toMatchObject({ Totaal: '1' });
    publisher.asked.splice(0);
  });

  it('elsewhere under /soap are not found', async () => {
    for (const [method, path] of [['GET', '/soap/import'], ['PUT', '/soap/import'], ['POST', '/soap'], ['POST', '/soap/import/x'], ['GET', '/soap/import?WSDL&x'], ['GET', '/soap/import?x=wsdl']] as const) {
      expect((await gateway.ask(path, { method })).status).toBe(404);
    }
  });
});

function publisherOf(gateway: GatewayInTest): StandInService {
  return new StandInService(gateway.requests, 'publisher')
    .replies(ShowImportOrganisation, ({ gidsId }) => ({ gidsId, importId: 'duo', name: 'DUO-import' }))
    .replies(ListImportRecords, () => ({ items: [recordDetailExample], total: 1 }));
}
