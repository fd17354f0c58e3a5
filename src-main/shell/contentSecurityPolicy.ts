/**
 * What the window's page may load: files of the app, nothing from outside, no code made from text.
 *
 * @param developmentServer `host:port` of Vite's reload channel; null everywhere but in `npm run dev`
 */
export function contentSecurityPolicy(developmentServer: string | null): string {
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    // Nuxt UI writes its colours into a <style> element at run time; attributes stay forbidden.
    'style-src': ["'self'"],
    'style-src-elem': ["'self'", "'unsafe-inline'"],
    'style-src-attr': ["'none'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': developmentServer === null ? ["'self'"] : ["'self'", `ws://${developmentServer}`],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"]
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** A printed page: its own styles and the pictures inside it, and nothing that runs. */
export const printedPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
