/** The rooms of src/ and what each may import: imports run one way. See src/README.md. */
const MAY_IMPORT = {
  base: [],
  archive: ['base'],
  dicom: ['base'],
  catalog: ['base', 'dicom'],
  pixels: ['base', 'dicom'],
  review: ['base', 'dicom', 'catalog'],
  viewer: ['base', 'dicom', 'catalog', 'pixels'],
  export: ['base', 'archive', 'dicom', 'catalog', 'pixels', 'review', 'viewer'],
  workers: ['base', 'archive', 'dicom', 'catalog', 'pixels', 'review', 'viewer', 'export'],
  session: ['base', 'archive', 'dicom', 'catalog', 'pixels', 'review', 'viewer', 'export', 'workers'],
  ui: ['base', 'dicom', 'catalog', 'review', 'viewer', 'session'],
  fixtures: ['base', 'archive', 'dicom'],
};

/** Each library has one home, or a few: a change of it touches no other room. */
const LIBRARY_HOMES = [
  { libraries: 'react|react-dom|@base-ui|@tanstack|lucide-react|react-resizable-panels', homes: ['ui'] },
  { libraries: 'zustand', homes: ['session'] },
  { libraries: 'jszip', homes: ['archive', 'export', 'fixtures'] },
  { libraries: 'zlib-streams', homes: ['archive'] },
  { libraries: '@noble', homes: ['archive'] },
  { libraries: '@cornerstonejs', homes: ['pixels'] },
  { libraries: 'dicom-parser', homes: ['dicom'], areTypesFree: true },
  { libraries: 'dicom-character-set', homes: ['dicom'] },
  // The worker's half of it is a module that runs by itself.
  { libraries: 'pdfjs-dist', homes: ['ui', 'workers'] },
];

const ROOMS = Object.keys(MAY_IMPORT);
const TEST = '\\.test\\.tsx?$';
/** What only tests import: builders that need more than the sample archive does, and the corpus. */
const TEST_ONLY = [
  TEST,
  '\\.fixture\\.ts$',
  '^src/fixtures/(corpus|pixel-oracle|image-file|zip-encryption)\\.ts$',
];
const SAMPLE = '^src/workers/sample\\.worker\\.ts$';

const room = (name) => `^src/${name}/`;

module.exports = {
  forbidden: [
    ...ROOMS.map((name) => ({
      name: `${name}-imports`,
      comment: `src/${name} may import only: ${MAY_IMPORT[name].join(', ') || 'nothing'}`,
      severity: 'error',
      from: { path: room(name), pathNot: [...TEST_ONLY, SAMPLE] },
      to: { path: '^src/', pathNot: [...[name, ...MAY_IMPORT[name]].map(room), '\\.d\\.ts$'] },
    })),
    {
      name: 'sample-imports',
      comment: 'the worker that makes the sample archive is the only shipped file that may import fixtures',
      severity: 'error',
      from: { path: SAMPLE },
      to: { path: '^src/', pathNot: ['base', 'archive', 'dicom', 'fixtures', 'workers'].map(room) },
    },
    ...LIBRARY_HOMES.map(({ libraries, homes, areTypesFree }) => ({
      name: `home-of-${libraries.split('|')[0]}`,
      comment: `${libraries.replaceAll('|', ', ')}: only in ${homes.join(', ')}`,
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [...homes.map(room), ...TEST_ONLY, ...(homes.includes('ui') ? ['^src/main\\.tsx$'] : [])],
      },
      to: {
        path: `(^|node_modules/)(${libraries})(/|$)`,
        ...(areTypesFree ? { dependencyTypesNot: ['type-only'] } : {}),
      },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shipped-code-imports-no-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST_ONLY },
      to: { path: TEST_ONLY },
    },
    {
      name: 'shipped-code-runs-in-browsers',
      comment: 'nothing of Node in what ships',
      severity: 'error',
      from: { path: '^src/', pathNot: [...TEST_ONLY, room('fixtures')] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'main-thread-worker-files-stay-thin',
      comment:
        'what the page loads of src/workers starts workers and talks to them; the work is in *.worker.ts',
      severity: 'error',
      from: { path: '^src/workers/(pool|protocol|start|start-worker|seal-report|offline-protocol)\\.ts$' },
      to: { path: '^src/', pathNot: [room('workers'), room('base')], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'worker-entries-are-started-not-imported',
      comment: 'these two import their addresses (?worker&url)',
      severity: 'error',
      from: { pathNot: '^src/workers/(start|start-worker)\\.ts$' },
      to: { path: '\\.worker\\.ts$' },
    },
    {
      name: 'no-unresolvable',
      comment: 'bytes of packages and URLs of workers are made by Vite',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: ['\\?bytes$', '\\?worker&url$'] },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', '\\.worker\\.ts$', ...TEST_ONLY] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'types', 'default'],
    },
  },
};
