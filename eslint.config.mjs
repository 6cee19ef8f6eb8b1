import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import ts from 'typescript-eslint';

/** Who may import whom. A service never imports a service; only the standalone process puts them together. */
const boundaries = [
  { sourceTag: 'layer:contracts', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:pure', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'layer:rules', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:pure'] },
  { sourceTag: 'layer:sources', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:pure'] },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:contracts', 'layer:platform', 'layer:testing'] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'layer:app',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:pure', 'layer:rules', 'layer:sources', 'layer:platform', 'layer:testing'],
  },
  {
    sourceTag: 'layer:composition',
    onlyDependOnLibsWithTags: ['layer:contracts', 'layer:platform', 'layer:sources', 'layer:testing', 'layer:app'],
  },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'layer:bench', onlyDependOnLibsWithTags: ['*'] },
];

export default ts.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '**/.data/**'] },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: boundaries }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='transactional']",
          message: 'Use inTransaction of @gids/persistence: em.transactional leaks its connection when it is cut.',
        },
      ],
      complexity: ['error', 12],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.spec.ts', 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // The naive baseline is to be what people would write first.
    files: ['bench/baselines/naive/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', fetch: 'readonly' } },
  },
);
