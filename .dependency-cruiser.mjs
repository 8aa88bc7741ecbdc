// The directions that never break (docs/architecture.md). tests/rules/dependency-rules.test.ts proves that each rule bites.

/** A feature of the office process or of the window is a folder; these folders are for all of them. */
const officeFeature = '^electron/office/(?!database/|demo/|documents/)([^/]+)/'
const windowFeature = '^renderer/(?!app/|ui/)([^/]+)/'

/** Test files and what only they use may look everywhere, except across the process boundaries. */
const testFiles = '\\.test\\.tsx?$|\\.fixture\\.ts$|/testing\\.ts$'

/** What a feature shows to other features of the office process. */
const publicOffice = '/(service|contract)\\.ts$'

/**
 * @param {string} name
 * @param {string} comment why the rule is there
 * @param {object} from
 * @param {object} to
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    rule('no-circular', 'Two files that need each other are one file, or want a third.', {}, { circular: true }),
    rule('not-resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
    rule(
      'no-orphans',
      'A file that nothing imports is dead.',
      { orphan: true, pathNot: `${testFiles}|\\.d\\.ts$|^tests/|\\.config\\.ts$` },
      {},
    ),
    rule(
      'no-dev-packages-in-product',
      'The packaged application has production packages only.',
      { path: '^(electron|renderer|shared)/', pathNot: testFiles },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '/node_modules/(electron|@types)/|^node_modules/(electron|@types)/' },
    ),
    rule('shared-is-pure', 'shared/ imports nothing of ours.', { path: '^shared/' }, { path: '^(electron|renderer|tests|scripts)/' }),
    rule('shared-without-node', 'shared/ runs in every process.', { path: '^shared/', pathNot: testFiles }, { dependencyTypes: ['core'] }),
    rule(
      'shared-without-shell-or-ui',
      'shared/ knows neither Electron nor React.',
      { path: '^shared/' },
      { path: '^electron$|(^|/)node_modules/(electron|react|react-dom|@mantine|@signalapp)/' },
    ),
    rule('renderer-only-shared', 'renderer/ imports only shared/ and itself.', { path: '^renderer/' }, { path: '^(electron|tests|scripts)/' }),
    rule('renderer-without-node', 'The window has no Node.', { path: '^renderer/', pathNot: testFiles }, { dependencyTypes: ['core'] }),
    rule(
      'renderer-without-electron',
      'The window has neither Electron nor SQL.',
      { path: '^renderer/' },
      { path: '^electron$|(^|/)node_modules/(electron|kysely|@signalapp|@node-rs|@orpc/server)/' },
    ),
    rule(
      'renderer-features-apart',
      "A feature's screens are its own; what several need lies in renderer/ui, renderer/app or renderer/records.",
      { path: windowFeature },
      { path: '^renderer/(?!app/|ui/|records/)[^/]+/', pathNot: '^renderer/$1/' },
    ),
    rule(
      'renderer-ui-knows-no-feature',
      'renderer/ui is for every feature.',
      { path: '^renderer/ui/' },
      { path: '^renderer/(?!ui/|app/)[^/]+/' },
    ),
    rule('main-without-office', 'The main process sees no data.', { path: '^electron/(main|preload)/' }, { path: '^electron/office/|^renderer/' }),
    rule(
      'main-without-sql',
      'The main process has no SQL.',
      { path: '^electron/(main|preload)/' },
      { path: '(^|/)node_modules/(kysely|@signalapp)/' },
    ),
    rule(
      'office-without-electron',
      'The office process is pure Node.',
      { path: '^electron/office/' },
      { path: '^electron$|(^|/)node_modules/electron/|^electron/(main|preload)/|^renderer/' },
    ),
    rule(
      'one-binding-file',
      'Only the driver imports the SQLCipher binding.',
      { pathNot: '^electron/office/database/driver\\.ts$|^tests/|^scripts/' },
      { path: '(^|/)node_modules/@signalapp/sqlcipher/' },
    ),
    rule(
      'features-through-service',
      "A feature uses another feature's service or contract, never its repository, tables or documents.",
      { path: officeFeature, pathNot: testFiles },
      { path: '^electron/office/(?!database/|demo/|documents/)[^/]+/', pathNot: `^electron/office/$1/|${publicOffice}` },
    ),
    rule(
      'database-knows-no-feature',
      'The mechanisms of the database are for every feature.',
      { path: '^electron/office/database/', pathNot: `${testFiles}|^electron/office/database/(office|counselling)/` },
      { path: officeFeature },
    ),
    rule(
      'documents-know-no-feature',
      'What writes PDF, XLSX and CSV is for every feature.',
      { path: '^electron/office/documents/', pathNot: testFiles },
      { path: `${officeFeature}|^electron/office/database/` },
    ),
    rule(
      'counselling-not-in-office-db',
      'Code of the counselling side never touches the schema of office.db.',
      { path: '^electron/office/(counselling|database/counselling)/', pathNot: testFiles },
      { path: '^electron/office/database/office/' },
    ),
    rule(
      'office-not-in-counselling-db',
      'Code of the office side never touches counselling: its files, its schema, its rules.',
      {
        path: `${officeFeature}|^electron/office/database/office/`,
        pathNot: `${testFiles}|^electron/office/counselling/`,
      },
      { path: '^electron/office/(counselling|database/counselling)/|^shared/counselling/' },
    ),
    rule(
      'no-network',
      'The application opens no network connection, so it needs none of the modules for one.',
      { path: '^(electron|renderer|shared)/', pathNot: testFiles },
      { path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises|inspector)$|(^|/)node_modules/(undici|ws|axios|got)/' },
    ),
    rule(
      'product-without-tests',
      'The product imports no test code.',
      { path: '^(electron|renderer|shared)/', pathNot: testFiles },
      { path: `^tests/|^scripts/|${testFiles}` },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    moduleSystems: ['es6'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
