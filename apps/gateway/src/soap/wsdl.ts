import { faultNames, type FaultName } from './faults.js';
import { actionOf, ownNamespace, soap11, soap12, type SoapVersion } from './namespaces.js';
import { writeSchema } from './schema-types.js';
import type { SoapOperation } from './soap-operation.js';
import { xmlText } from './xml-text.js';

const http = 'http://schemas.xmlsoap.org/soap/http';
const prefixes = { '1.1': 'soap', '1.2': 'soap12' } as const;

/**
 * The WSDL 1.1 of the operations: document/literal wrapped, for SOAP 1.1 and 1.2.
 * @param address where they are called: the public address, never what a request says (RELIABILITY c4-101)
 */
export function writeWsdl(operations: readonly SoapOperation[], address: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="GidsImport" targetNamespace="${ownNamespace}" xmlns:tns="${ownNamespace}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"
  xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<wsdl:documentation xml:lang="nl">De functies van de G!DS-import. Meld een script aan met de HTTP-kop "Authorization: Bearer" en zijn sleutel. Wat alleen mensen mogen, weigert een sleutel.</wsdl:documentation>
<wsdl:types>
${writeSchema(operations)}
</wsdl:types>
${operations.map(({ name }) => `${message(`${name}Request`, name)}\n${message(`${name}Response`, `${name}Response`)}`).join('\n')}
${faultNames.map((name) => message(name, name, 'fault')).join('\n')}
<wsdl:portType name="GidsImport">
${operations.map(portOperation).join('\n')}
</wsdl:portType>
${[soap11, soap12].map((version) => binding(version, operations)).join('\n')}
<wsdl:service name="GidsImport">
${[soap11, soap12].map((version) => port(version, address)).join('\n')}
</wsdl:service>
</wsdl:definitions>
`;
}

/** Whatever an operation refuses, wrong input is always part of it. */
function faultsOf({ faults }: SoapOperation): readonly FaultName[] {
  return [...faults, 'OngeldigeInvoer'];
}

function message(name: string, element: string, part = 'parameters'): string {
  return `<wsdl:message name="${name}"><wsdl:part name="${part}" element="tns:${element}"/></wsdl:message>`;
}

function portOperation(operation: SoapOperation): string {
  const { name, documentation } = operation;
  const faults = faultsOf(operation).map((fault) => `<wsdl:fault name="${fault}" message="tns:${fault}"/>`);
  return `<wsdl:operation name="${name}"><wsdl:documentation xml:lang="nl">${xmlText(documentation)}</wsdl:documentation><wsdl:input message="tns:${name}Request"/><wsdl:output message="tns:${name}Response"/>${faults.join('')}</wsdl:operation>`;
}

function binding({ name: version }: SoapVersion, operations: readonly SoapOperation[]): string {
  const prefix = prefixes[version];
  return `<wsdl:binding name="${bindingName(version)}" type="tns:GidsImport"><${prefix}:binding style="document" transport="${http}"/>
${operations.map((operation) => boundOperation(prefix, operation)).join('\n')}
</wsdl:binding>`;
}

function boundOperation(prefix: string, operation: SoapOperation): string {
  const body = `<${prefix}:body use="literal"/>`;
  const faults = faultsOf(operation).map((fault) => `<wsdl:fault name="${fault}"><${prefix}:fault name="${fault}" use="literal"/></wsdl:fault>`);
  return `<wsdl:operation name="${operation.name}"><${prefix}:operation soapAction="${actionOf(operation.name)}"/><wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output>${faults.join('')}</wsdl:operation>`;
}

function port({ name: version }: SoapVersion, address: string): string {
  return `<wsdl:port name="${bindingName(version)}" binding="tns:${bindingName(version)}"><${prefixes[version]}:address location="${xmlText(address)}"/></wsdl:port>`;
}

function bindingName(version: SoapVersion['name']): string {
  return version === '1.1' ? 'GidsImportSoap11' : 'GidsImportSoap12';
}
