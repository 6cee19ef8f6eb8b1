import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { parseXml, type XmlElement } from './parse-xml.js';
import { soapOperations } from './soap-operations.js';
import { writeWsdl } from './wsdl.js';

const wsdl = parseXml(writeWsdl(soapOperations, 'https://gids.example/soap/import'));

function all(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

const attribute = (element: XmlElement | undefined, name: string) => element?.attributes.find((one) => one.name === name)?.value;
const namesOf = (elements: XmlElement[]) => elements.map((element) => attribute(element, 'name'));
const portType = all(wsdl, 'portType')[0] as XmlElement;
const schema = all(wsdl, 'schema')[0] as XmlElement;
const elementNamed = (name: string) => schema.children.find((child) => child.name === 'element' && attribute(child, 'name') === name) as XmlElement;

describe('the WSDL', () => {
  it('A12 S2:107-112 tells of the six functions of the seed, and of the second name of the first', () => {
    expect(namesOf(all(portType, 'operation'))).toEqual([
      'VerwerkGeimporteerdeOrganisatie',
      'LogGeimporteerdeOrganisatie',
      'HaalImportsstatussen',
      'WijzigPublicatieActie',
      'KoppeldeAanGidsOrganisatie',
      'ImportToelichtingOpslaan',
      'KopieerOrganisatie',
    ]);
  });

  it('R87 names the six arguments of the seed, and asks for no other', () => {
    const elements = all(elementNamed('VerwerkGeimporteerdeOrganisatie'), 'element');
    expect(namesOf(elements).slice(0, 6)).toEqual(['ImportOrganisatieID', 'BronID', 'GidsID', 'Conversiefout', 'Statustoelichting', 'Zichtbaarmaken']);
    expect(namesOf(elements.filter((element) => attribute(element, 'minOccurs') === '0'))).toEqual(['GidsID', 'Statustoelichting', 'RunID', 'Soort']);
  });

  it('R90 explains why its name has no exclamation mark, and how a link ends', () => {
    const documentation = all(portType, 'documentation').map(({ text }) => text).join(' ');
    expect(documentation).toContain('KoppeldeAanG!dsOrganisatie');
    expect(attribute(all(elementNamed('KoppeldeAanGidsOrganisatie'), 'element').find((element) => attribute(element, 'name') === 'GekoppeldeGidsOrganisatieID'), 'nillable')).toBe('true');
  });

  it('R24 R29 lists statuses and actions in the literal words of the seed', () => {
    const values = all(schema, 'simpleType').map((type) => [attribute(type, 'name'), all(type, 'enumeration').map((value) => attribute(value, 'value'))]);
    expect(Object.fromEntries(values)).toMatchObject({
      Importstatus: ['Succes', 'Conversiefouten', 'Validatiefouten', 'Dubbelen gevonden'],
      Publicatieactie: ['Zichtbaar maken na succesvolle import', 'Zichtbaar maken na import negeer dubbelen', 'NIET zichtbaar maken na import'],
    });
  });

  it('uses only types, elements and messages that it has itself', () => {
    const own = new Set(namesOf([...schema.children, ...all(wsdl, 'message'), ...all(wsdl, 'binding'), portType]));
    const used = [...all(wsdl, 'element'), ...all(wsdl, 'part'), ...all(wsdl, 'input'), ...all(wsdl, 'output'), ...all(wsdl, 'fault'), ...all(wsdl, 'port'), ...all(wsdl, 'binding')]
      .flatMap(({ attributes }) => attributes.map(({ value }) => value))
      .filter((value) => value.startsWith('tns:'));
    expect(used.length).toBeGreaterThan(50);
    for (const reference of used) expect(own).toContain(reference.slice('tns:'.length));
  });

  describe('over HTTP', () => {
    let gateway: GatewayInTest;
    beforeAll(async () => {
      gateway = await GatewayInTest.start();
    });
    afterAll(() => gateway.stop());

    it.each(['wsdl', 'WSDL'])('c4 101 is open to everybody, with the public address, whatever host was asked: ?%s', async (query) => {
      const response = await gateway.askAsStranger(`/soap/import?${query}`, { headers: { 'x-forwarded-host': 'elders.example' } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const addresses = all(parseXml(await response.text()), 'address').map((element) => attribute(element, 'location'));
      expect(addresses).toEqual([`${publicUrl}/soap/import`, `${publicUrl}/soap/import`]);
    });
  });
});
