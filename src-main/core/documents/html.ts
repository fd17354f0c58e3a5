/** Markup that is safe to print: made only by the `html` template. */
class Markup {
  constructor(readonly text: string) {}
}
export type { Markup }

type Part = string | number | Markup | readonly Markup[]

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

function written(part: Part): string {
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map((markup) => markup.text).join('')
  return String(part).replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** Escapes by construction: every value is text unless it was itself made by this template. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, index) => string + written(parts[index] ?? '')).join(''))
}
