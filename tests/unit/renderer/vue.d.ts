/** Screens are loaded when they are shown; a unit test knows of them only that they are there. */
declare module '*.vue' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
