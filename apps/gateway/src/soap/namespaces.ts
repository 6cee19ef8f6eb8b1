/** Namespace of our own elements; its number goes up where an old client would no longer understand us. */
export const ownNamespace = 'urn:nld:gids:soap:import:1';
export const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';
export const xopNamespace = 'http://www.w3.org/2004/08/xop/include';

/** What differs between the two versions of SOAP that are spoken here. */
export interface SoapVersion {
  readonly name: '1.1' | '1.2';
  /** Namespace of the envelope. */
  readonly envelope: string;
  readonly mediaType: string;
}

export const soap11: SoapVersion = { name: '1.1', envelope: 'http://schemas.xmlsoap.org/soap/envelope/', mediaType: 'text/xml' };
export const soap12: SoapVersion = { name: '1.2', envelope: 'http://www.w3.org/2003/05/soap-envelope', mediaType: 'application/soap+xml' };

/** The best first: what a client of another version is told (SOAP 1.2 part 1, 5.4.7). */
export const spokenVersions: readonly SoapVersion[] = [soap12, soap11];

/** @returns the value of `SOAPAction` of an operation */
export const actionOf = (operation: string): string => `${ownNamespace}:${operation}`;

/** Where the functions are called, and told of. */
export const soapPath = '/soap/import';
