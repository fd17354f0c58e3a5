import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'
import { vueScriptParser } from './scripts/check/vueParser.mjs'

/**
 * What .oxlintrc.json asks of TypeScript, asked of Vue's files, which Oxlint cannot type; and Vue's own rules, also for
 * composables. Formatting is Prettier's business, import rules are dependency-cruiser's.
 */
export default typescript.config(
  {
    files: ['src-renderer/**/*.vue'],
    extends: [
      ...typescript.configs.strictTypeChecked,
      ...typescript.configs.stylisticTypeChecked,
      ...vue.configs['flat/recommended']
    ],
    languageOptions: {
      parserOptions: {
        parser: vueScriptParser,
        extraFileExtensions: ['.vue'],
        project: ['./src-renderer/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname
      }
    },
    rules: {
      // Numbers in sentences are wanted; everything else stays strict.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A port's method may be async without awaiting: the promise is its contract.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // The compiler resolves Vue's own template types; the linter's view of them is incomplete.
      '@typescript-eslint/no-unsafe-argument': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/no-v-html': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[property.name='innerHTML']",
          message: 'Markup is never made from text; use the template.'
        }
      ]
    }
  },
  {
    files: ['src-renderer/**/*.ts'],
    extends: [...vue.configs['flat/recommended']],
    languageOptions: { parser: typescript.parser }
  },
  prettier
)
