import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import typescript from 'typescript-eslint'

/** Type-checked rules everywhere; formatting is Prettier's business, import rules are dependency-cruiser's. */
export default typescript.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'auto-imports.d.ts', 'components.d.ts', '**/*.cjs'] },
  {
    files: ['**/*.ts', '**/*.vue'],
    extends: [
      ...typescript.configs.strictTypeChecked,
      ...typescript.configs.stylisticTypeChecked,
      ...vue.configs['flat/recommended']
    ],
    languageOptions: {
      parserOptions: {
        parser: typescript.parser,
        extraFileExtensions: ['.vue'],
        project: [
          './src-main/tsconfig.json',
          './src-main/preload/tsconfig.json',
          './src-renderer/tsconfig.json',
          './tests/tsconfig.json'
        ],
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
    // The compiler resolves Vue's own template types; the linter's view of them is incomplete.
    files: ['**/*.vue'],
    rules: { '@typescript-eslint/no-unsafe-argument': 'off' }
  },
  {
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  prettier
)
