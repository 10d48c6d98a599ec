import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'coverage', '**/.next*', '**/next-env.d.ts'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  // One statement after the other: nothing to be understood by splitting it.
  { files: ['migrations/**', 'libs/client/src/api.ts'], rules: { 'max-lines': 'off' } },
  // One text after the other, each in five languages.
  { files: ['apps/dashboard/messages/**'], rules: { 'max-lines': 'off' } },
  { files: ['apps/**/src/cli.ts', 'tools/**', 'bench/**', 'test/**'], rules: { 'no-console': 'off' } },
);
