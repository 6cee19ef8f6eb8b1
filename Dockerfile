# syntax=docker/dockerfile:1
# One image for all services; GIDS_SERVICE says which one a container runs (docs/deployment.md).
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS manifests
WORKDIR /app
COPY . .
# What the installs below depend on and nothing else, so that a change of the code leaves their layers as they are.
RUN find . -type f ! -name package.json ! -name package-lock.json -delete && find . -type d -empty -delete

FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY --from=manifests /app .
# The services and what they need; not the command line, the embedded database, the tests and the benchmarks.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
    --workspace=apps/fetcher --workspace=apps/mapper --workspace=apps/deduplicator \
    --workspace=apps/publisher --workspace=apps/notifier --workspace=apps/gateway

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY --from=manifests /app .
RUN npm ci --omit=optional --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx tsc --build apps/*/tsconfig.lib.json \
    && rm -rf node_modules \
    && find . -type f ! -name package.json ! -path '*/dist/*.js' -delete && find . -type d -empty -delete

FROM ${NODE_IMAGE}
LABEL org.opencontainers.image.title="G!DS import" \
      org.opencontainers.image.description="Imports open data on schools and childcare into the national directory of the Dutch public libraries" \
      org.opencontainers.image.licenses="EUPL-1.2"
# Nothing is installed or built in a running container.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn* /opt/yarn*
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app .
COPY deploy deploy
# A heap that is kept small, for some CPU time more; the deduplicator needs the most of it.
ENV NODE_ENV=production \
    NODE_OPTIONS="--max-old-space-size=256 --max-semi-space-size=4" \
    HEALTH_PORT=9464
USER 1000:1000
EXPOSE 3000 9464
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 CMD ["node", "deploy/container/check-health.mjs"]
ENTRYPOINT ["node", "deploy/container/run-service.mjs"]
