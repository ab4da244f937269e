// Norms of docs/architecture.md as lint: sizes, strictness, and who may import whom.
import tseslint from 'typescript-eslint';

/** Folder → what its files may import beside their own folder. Order is the house's floors, bottom first. */
const floors = [
  'model',
  'host',
  'records',
  'yaml',
  'estate',
  'facts',
  'rules',
  'language',
  'probe',
  'exchange',
  'workflow',
  'report',
];
const mayImport = {
  model: { folders: [], packages: ['ipaddr.js', 'temporal-polyfill'] },
  host: { folders: ['model'], packages: ['node:*', 'tinyexec'] },
  records: { folders: ['model'], packages: [] },
  yaml: { folders: ['model'], packages: ['yaml'] },
  estate: { folders: ['model', 'records', 'yaml'], packages: [] },
  facts: { folders: ['model', 'records', 'yaml', 'estate'], packages: [] },
  rules: { folders: ['model', 'records', 'yaml', 'estate', 'facts'], packages: [] },
  language: {
    folders: ['model', 'records', 'yaml', 'estate', 'facts', 'rules'],
    packages: ['vscode-languageserver-types'],
  },
  probe: { folders: ['model', 'host'], packages: ['node:*', 'net-snmp', 'ipaddr.js', 'p-limit'] },
  exchange: { folders: ['model', 'records'], packages: ['csv-parse/sync', 'read-excel-file/universal'] },
  workflow: { folders: ['model', 'records', 'yaml', 'estate', 'facts', 'rules', 'exchange'], packages: [] },
  report: { folders: ['model', 'records', 'yaml', 'estate', 'facts', 'rules', 'workflow'], packages: [] },
};

function layer(folder) {
  const { folders, packages } = mayImport[folder];
  const banned = [...floors.filter(f => f !== folder && !folders.includes(f)), 'connection', 'main', 'cli', 'protocol'];
  const patterns = [
    {
      regex: `(^|/)\\.\\./(${banned.join('|')})(/|\\.ts$|-)`,
      message: `server/${folder} may import only: ${folders.join(', ') || 'nothing of ours'} (docs/architecture.md).`,
    },
    { regex: '(^|/)(src|test|scripts)/', message: 'The engine knows neither the extension nor its tests.' },
    {
      regex: `^(?!\\.)(?!(${packages.map(p => p.replace('.', '\\.').replace('*', '.*')).join('|') || '$^'})$)`,
      message: `server/${folder} may use only these packages: ${packages.join(', ') || 'none'}.`,
    },
  ];
  return { files: [`server/${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'dist-test/**',
      '**/node_modules/**',
      'test/vscode/stubs/**',
      'samples/**',
      'test/fixtures/**',
      '**/*.mjs',
      '**/*.cjs',
      '**/*.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 4],
      'max-params': ['error', 6],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-empty': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'No default export: names are how code is found.' },
        { selector: 'TSEnumDeclaration', message: 'No enum: a table or a union of texts.' },
        { selector: 'Program > VariableDeclaration[kind=let]', message: 'No module-level mutable state.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  ...floors.map(layer),
  {
    files: ['server/**/*.ts'],
    ignores: [
      'server/host/**',
      'server/probe/**',
      'server/exchange/**',
      'server/connection/**',
      'server/cli/**',
      'server/*.ts',
    ],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', '__dirname'] },
  },
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off' } },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      complexity: 'off',
    },
  },
  {
    files: ['server/**/*.ts', 'test/unit/**/*.ts', 'test/lsp/**/*.ts', 'scripts/**/*.ts'],
    ignores: [
      'server/rules/**',
      'server/model/**',
      'server/records/**',
      'server/yaml/**',
      'server/estate/**',
      'server/facts/**',
      'server/language/**',
      'server/host/**',
      'server/probe/**',
      'server/exchange/**',
      'server/workflow/**',
      'server/report/**',
    ],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'vscode', message: 'Only src imports vscode.' }] }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\.|vscode$|vscode-languageclient|node:path$)',
              message: 'src imports vscode, vscode-languageclient and our protocol, model and records only.',
            },
            {
              regex: 'server/(?!protocol|model|records)',
              message: 'src holds no truth of its own: it asks the server (docs/architecture.md).',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['media/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(?!\\.)', message: 'A page uses no package: it is drawn with what a browser has.' },
            {
              regex: '(^|/)(src|server/(?!protocol|model))',
              message: 'A page knows only what is sent to it (docs/architecture.md).',
            },
          ],
        },
      ],
    },
  },
);
