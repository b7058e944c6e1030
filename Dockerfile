# syntax=docker/dockerfile:1
# The embedded store's binary needs glibc, so the image is Debian's, not Alpine's.
FROM node:22.21.1-bookworm-slim AS build
WORKDIR /sanad
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:22.21.1-bookworm-slim
# Memory for what is young (MB): an answer of a hundred kilobytes is over before it is copied (docs/operating.md).
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=32 HOST=0.0.0.0 PORT=4000 SANAD_DATA=/data
WORKDIR /sanad
COPY --from=build /sanad/package.json /sanad/LICENSE ./
COPY --from=build /sanad/bin bin
COPY --from=build /sanad/schema schema
COPY --from=build /sanad/seeds seeds
COPY --from=build /sanad/node_modules node_modules
COPY --from=build /sanad/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "bin/sanad.js"]
CMD ["serve", "--seed"]
