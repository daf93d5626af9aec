import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import boundaries from 'eslint-plugin-boundaries'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'

export default defineConfigWithVueTs(
  { ignores: ['dist', 'target', 'coverage', 'node_modules', 'src/shared/api/schema.d.ts', '*.config.js'] },
  vue.configs['flat/recommended'],
  accessibility.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  {
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true }],
      'vue/no-bare-strings-in-template': [
        'error',
        { allowlist: ['…', '·', '%', '(', ')', '−', '÷', '/', '/ '] },
      ],
      // TypeScript says which props may be missing.
      'vue/require-default-prop': 'off',
      // Does not know that destructured props may be missing.
      '@typescript-eslint/no-useless-default-assignment': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'vue/no-unused-refs': 'error',
      'vue/padding-line-between-blocks': 'error',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // Each component would be a program of its own to the rules' type checker: two minutes of a processor. Their types
    // are checked by vue-tsc.
    files: ['**/*.vue'],
    extends: [vueTsConfigs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false, project: false } },
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      // Without types it does not know that a switch is exhaustive.
      'vue/return-in-computed-property': 'off',
    },
  },
  {
    plugins: { boundaries },
    files: ['src/**'],
    settings: {
      'import/resolver': { typescript: { project: 'tsconfig.json' } },
      'boundaries/elements': [
        { type: 'app', pattern: 'src/app' },
        { type: 'feature', pattern: 'src/features/*', capture: ['feature'] },
        { type: 'shared', pattern: 'src/shared' },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            {
              from: { element: { type: 'app' } },
              allow: [
                { to: { element: { type: 'feature', fileInternalPath: 'index.ts' } } },
                { to: { element: { type: 'shared' } } },
              ],
            },
            {
              from: { element: { type: 'feature' } },
              allow: [{ to: { element: { type: 'shared' } } }],
            },
          ],
        },
      ],
    },
  },
  prettier,
)
