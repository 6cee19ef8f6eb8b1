/** Version of the HTTP API (semver): `info.version` of the OpenAPI document and the header `API-Version` (N1, N2). */
export const apiVersion = '1.0.0';
