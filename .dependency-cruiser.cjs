/** One rule per folder: what it may import. A path that no rule names is free (test/, the main.ts files). */
const only = (folder, allowed, extra = {}) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^${folder}/`, ...extra.from },
  to: { pathNot: [`^${folder}/`, ...allowed], ...extra.to },
});
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})(/|$)`;

module.exports = {
  forbidden: [
    only('domain', [npm('luxon', 'liquidjs')]),
    only('workflows', ['^domain/', npm('@temporalio/workflow', '@temporalio/common')], {
      to: { dependencyTypesNot: ['type-only'] },
    }),
    only('activities', [
      '^domain/',
      '^store/',
      '^gateways/',
      npm('@temporalio/activity', '@temporalio/common'),
    ]),
    only('store', ['^domain/', npm('pg', 'node-pg-migrate'), '^node:', '^(crypto|fs|path|url)']),
    only('gateways', [
      '^domain/',
      npm('zod', 'nodemailer', 'smtp-server', 'mailparser', 'html-to-text'),
      npm('docx', 'fflate', 'read-excel-file', 'write-excel-file', 'yaml', 'csv-parse'),
      npm('ical-generator', 'chinese-days', 'sms-segments-calculator', 'file-type'),
      '^node:',
      '^(crypto|fs|path|url|stream|https?|tls|net|zlib)',
    ]),
    only('sandbox', [
      npm('hono', '@hono/.+', 'smtp-server', 'mailparser', 'nodemailer', 'zod'),
      '^gateways/gateway\\.ts$',
      '^domain/',
      '^(crypto|fs|path|url|net|http|timers|util|stream|events|os)',
    ]),
    // The year in virtual time: the whole product, put together on the test server.
    only('rehearsal', [
      '^config\\.ts$',
      '^domain/',
      '^activities/',
      '^store/',
      '^gateways/',
      '^worker/',
      '^sandbox/sandbox\\.ts$',
      npm('@temporalio/.+', 'pg', 'picocolors', 'zod', 'hono'),
      '^(crypto|fs|path|url|os|util)',
    ]),
    only('worker', [
      '^config\\.ts$',
      '^domain/',
      '^workflows/',
      '^activities/',
      '^store/',
      '^gateways/',
      npm('@temporalio/.+', 'pg'),
      '^(url|path|http|fs|crypto)',
    ]),
    only('client', [
      '^config\\.ts$',
      '^domain/',
      // Reading, what is kept while somebody types or signs in, and what writes for a person or takes in a file or a receipt.
      '^store/(read|visit)/',
      '^store/write/(commands|import-plan|receipts)\\.ts$',
      '^store/db/(pool|migrate)\\.ts$',
      '^gateways/(channels|loopback|real-channels|uploaded-file)\\.ts$',
      '^gateways/(calendar|documents|plan-folder|report-file)/',
      '^gateways/mail/(bounce|bounce-address)\\.ts$',
      // What a provider would say of the texts, for the doctor; pure but for the settings file.
      '^gateways/sms/(fits-provider|settings)\\.ts$',
      npm('hono', '@hono/.+', 'zod', 'openid-client', 'diff', 'commander', '@commander-js/.+'),
      npm('picocolors'),
      '^(url|path|util|fs|crypto|child_process|readline|net|os|http|stream)',
    ]),
    {
      // An answer to a person needs Postgres only, so pages and commands never reach for Temporal.
      name: 'temporal-stays-out-of-client',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: ['^workflows/', npm('@temporalio/.+')] },
    },
    {
      name: 'store-db-imports',
      severity: 'error',
      from: { path: '^store/db/' },
      to: { path: '^store/', pathNot: '^store/db/' },
    },
    {
      name: 'store-read-imports',
      severity: 'error',
      from: { path: '^store/read/' },
      to: { path: '^store/', pathNot: '^store/(db|read)/' },
    },
    {
      name: 'store-visit-imports',
      severity: 'error',
      from: { path: '^store/visit/' },
      to: { path: '^store/', pathNot: '^store/(db|read|visit)/' },
    },
    {
      // A command takes over a draft and ends sessions; nothing else that writes touches what a page keeps.
      name: 'visit-only-by-commands',
      severity: 'error',
      from: { path: '^store/write/', pathNot: '^store/write/commands(/|\\.ts$)' },
      to: { path: '^store/visit/' },
    },
    {
      name: 'test-stays-out-of-bench',
      severity: 'error',
      from: { path: '^(bench|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'config-only-from-mains',
      severity: 'error',
      from: {
        path: '^(domain|workflows|activities|store|gateways|worker|client|sandbox|rehearsal)/',
        pathNot: '(main|demonstrate)\\.ts$',
      },
      to: { path: '^config\\.ts$' },
    },
    {
      name: 'luxon-only-in-calendar',
      severity: 'error',
      from: {
        path: '^(domain|workflows|activities|store|gateways|worker|client)/',
        pathNot: '^domain/time/zone\\.ts$',
      },
      to: { path: npm('luxon') },
    },
    {
      // LiquidJS is pure as this file sets it up.
      name: 'liquidjs-only-in-its-file',
      severity: 'error',
      from: {
        path: '^(domain|workflows|activities|store|gateways|worker|client)/',
        pathNot: '^domain/texts/engine/engine\\.ts$',
      },
      to: { path: npm('liquidjs') },
    },
    {
      // Words are made in activities: a changed template must not change a history. Dates in words are free for all.
      name: 'texts-stay-out-of-workflows',
      severity: 'error',
      from: { path: '^(domain|workflows)/', pathNot: '^domain/(texts|preview)/' },
      to: { path: '^domain/texts/' },
    },
    {
      name: 'previews-stay-out-of-workflows',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: '^domain/(preview|texts)(/|\\.ts)' },
    },
    {
      // Instants are worked out before a workflow starts. Keeping the other domain files off
      // calendar.ts too means that a workflow cannot reach it by a detour.
      name: 'calendar-stays-out-of-workflows',
      severity: 'error',
      from: { path: '^(domain|workflows)/' },
      to: { path: '^domain/time/zone\\.ts$' },
    },
    {
      // `npm start` installs without them.
      name: 'packages-of-tests-stay-there',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      // The pages' scripts are read as text and run in the browser.
      from: {
        orphan: true,
        pathNot: '(\\.test\\.ts|main\\.ts|config\\.ts|web/script/[^/]+\\.js)$',
      },
      to: {},
    },
    { name: 'nothing-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
