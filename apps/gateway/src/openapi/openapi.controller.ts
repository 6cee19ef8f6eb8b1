import { Controller, Inject } from '@nestjs/common';
import { Handles } from '../http/handles.decorator.js';
import { Public } from '../sign-in/public.decorator.js';
import type { OpenApiDocument } from './document.js';
import { showOpenApi } from './openapi.operations.js';

/** Injection token of the OpenAPI document. */
export const OPENAPI = Symbol('OpenAPI');

/** The description of the API, for everybody (N3). */
@Controller()
export class OpenApiController {
  constructor(@Inject(OPENAPI) private readonly document: OpenApiDocument) {}

  @Public()
  @Handles(showOpenApi)
  show(): OpenApiDocument {
    return this.document;
  }
}
