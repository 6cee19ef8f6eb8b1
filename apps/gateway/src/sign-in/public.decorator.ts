import { SetMetadata } from '@nestjs/common';

/** Metadata key of `@Public()`. */
export const PUBLIC = 'gids:public';

/** Opens a route to everybody; every route without it asks for a sign-in. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);
