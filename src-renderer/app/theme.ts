import { watchEffect } from 'vue'
import type { useApplication } from '../shared/application'

/** Keeps the window light or dark as the person prefers; `system` follows the operating system. */
export function followTheme(application: ReturnType<typeof useApplication>): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    const { theme } = application.preferences
    const dark = theme === 'dark' || (theme === 'system' && system.matches)
    document.documentElement.classList.toggle('dark', dark)
    document.documentElement.classList.toggle('light', !dark)
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light'
  }
  system.addEventListener('change', apply)
  watchEffect(apply)
}
