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
      '^(crypto|fs|path|url|stream|https?|tls|net)',
    ]),
    only('sandbox', [
      npm('hono', '@hono/.+', 'smtp-server', 'mailparser', 'nodemailer', 'zod'),
      '^gateways/(reference|gateway)\\.ts$',
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
      '^client/(temporal|words)\\.ts$',
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
      '^client/temporal\\.ts$',
      npm('@temporalio/.+', 'pg'),
      '^(url|path|http|fs|crypto)',
    ]),
    only('client', [
      '^config\\.ts$',
      '^domain/',
      '^workflows/',
      // What a person does is written by applyCommand alone; every other file named here only reads, but for who is
      // signed in (sessions, sign-in-codes), for what is typed or uploaded and not handed in yet (drafts,
      // attachments: docs/decisions/0014), and for what providers and mail servers report
      // (keep-report, bounce-record).
      '^store/(accounts|attachments|audit|audit-trail|board|bounce-record|bounced-addresses|broken-chains|calendars|chain|clocks|commands|compilations|contact-checks|contact-states|deliveries|drafts|endorsements|extension-requests|facts|failed-deliveries|feeds|grants|history|held|import-base|import-plan|keep-report|leaves|listen|messages|migrate|obligations|outbox|pending-migrations|plan-contacts|plans|pool|reachability|rounds|rules|sending-pause|sessions|settings|sign-in-codes|steps|submissions|tasks|timeline|web-pages|years)\\.ts$',
      '^gateways/(bounce-address|bounce-intake|channels|channels-input|ics|plan-folder|report-file|holidays|real-channels|uploaded-file)\\.ts$',
      '^gateways/(documents|plan-folder)/',
      // What a provider would say of the texts, for the doctor; pure but for the settings file.
      '^gateways/sms/(fits-provider|read-settings|settings)\\.ts$',
      npm(
        '@temporalio/(client|common)',
        'hono',
        '@hono/.+',
        'zod',
        'openid-client',
        'diff',
        'commander',
        '@commander-js/.+',
      ),
      npm('cli-table3', 'picocolors'),
      '^(url|path|util|fs|crypto|child_process|readline|net|os|http|stream)',
    ]),
    {
      // An answer to a person needs Postgres only, so pages and commands never reach for Temporal.
      name: 'temporal-only-in-one-client-file',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/(temporal|search-attributes)\\.ts$' },
      to: { path: ['^workflows/', npm('@temporalio/.+')] },
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
        pathNot: '^domain/calendar\\.ts$',
      },
      to: { path: npm('luxon') },
    },
    {
      // LiquidJS is pure as these two files set it up.
      name: 'liquidjs-only-in-its-two-files',
      severity: 'error',
      from: {
        path: '^(domain|workflows|activities|store|gateways|worker|client)/',
        pathNot: '^domain/texts/(engine|swift)\\.ts$',
      },
      to: { path: npm('liquidjs') },
    },
    {
      // Words are made in activities: a changed template must not change a history. Dates in words are free for all.
      name: 'texts-stay-out-of-workflows',
      severity: 'error',
      from: { path: '^(domain|workflows)/', pathNot: '^domain/(texts|preview)(/|\\.ts)' },
      to: { path: '^domain/texts/(index|engine|swift|compiled|frame|values|check|samples)' },
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
      to: { path: '^domain/calendar\\.ts$' },
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
