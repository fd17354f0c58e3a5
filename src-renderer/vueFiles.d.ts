/** What a component is to tools that cannot read Vue's files; vue-tsc reads the file itself. */
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
