import { z } from 'zod';
import { defineOperation } from '../http/operation.js';

export const showOpenApi = defineOperation({
  id: 'toonOpenApi',
  method: 'get',
  path: '/openapi.json',
  tag: 'Dienst',
  summary: 'Toon deze beschrijving',
  input: {},
  success: { status: 200, description: 'OpenAPI-beschrijving van deze API.', schema: z.looseObject({ openapi: z.string() }), example: { openapi: '3.1.1' } },
  openData: true,
});
