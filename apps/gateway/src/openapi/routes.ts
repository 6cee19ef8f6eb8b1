import { MetadataScanner } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import { OPERATION } from '../http/handles.decorator.js';
import type { Operation } from '../http/operation.js';
import { PUBLIC } from '../sign-in/public.decorator.js';

/** An operation with whether it is open to everybody. */
export interface Route {
  readonly operation: Operation;
  readonly isPublic: boolean;
}

/** @returns the operations that these controllers handle: what OpenAPI tells is what the code does */
export function routesOf(controllers: readonly Type[]): Route[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => routeOf(prototype[name]));
  });
}

function routeOf(method: object | undefined): Route[] {
  const operation = method && (Reflect.getMetadata(OPERATION, method) as Operation | undefined);
  return operation ? [{ operation, isPublic: Boolean(Reflect.getMetadata(PUBLIC, method)) }] : [];
}
