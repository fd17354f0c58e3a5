import { germanDayOf } from '../calendar'
import { html, type Markup } from './html'

const dayLength = 86_400_000

/** `2026-09-28` as `28.09.2026`. */
export function germanDate(day: string): string {
  return day.split('-').reverse().join('.')
}

/** The day of an instant (ISO, UTC) in Germany as `28.09.2026`. */
export function germanDateOf(instant: string): string {
  return germanDate(germanDayOf(instant))
}

/** The day before, `YYYY-MM-DD`: a measure whose first free day is known ends on it. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - dayLength).toISOString().slice(0, 10)
}

/** Hexadecimal digits in groups of four, as they are printed and read aloud. */
export function inFours(digits: string): string {
  return digits.replaceAll(/.{4}(?=.)/g, '$& ')
}

/** A fingerprint to compare by eye: two lines of eight groups. */
export function fingerprint(digits: string): Markup {
  const lines = inFours(digits).match(/(?:\S+ ?){1,8}/g) ?? []
  return html`<code>${lines.map((line) => html`<span>${line.trim()}</span>`)}</code>`
}

/** Signs that turn what follows round. */
const turning = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A text on paper reads as it was written: signs that turn others round stand as their codes, such as `⟨U+202E⟩`. */
export function unturned(text: string): string {
  return text.replaceAll(
    turning,
    (sign) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
  )
}

/** A name keeps its writing direction to itself. */
export function name(text: string): Markup {
  return html`<bdi>${unturned(text)}</bdi>`
}

/** Words that somebody typed: each of their lines is a paragraph, so that a page never ends after its first line. */
export function typed(text: string): Markup {
  const lines = unturned(text)
    .split(/\r\n|[\n\r]/)
    .filter((line) => line.trim() !== '')
  return html`<div class="typed">${lines.map((line) => html`<p dir="auto">${line}</p>`)}</div>`
}

/** A line to complete by hand, with what belongs on it. */
export function blank(label: string): Markup {
  return html`<p class="blank">
    <span>${label}</span>
    <i></i>
  </p>`
}

/** Empty lines to write on. */
export function ruled(lines: number): Markup {
  return html`<div class="ruled">${Array.from({ length: lines }, () => html`<i></i>`)}</div>`
}

/** A box to tick. */
export function tick(words: string): Markup {
  return html`<p class="tick">
    <i></i>
    <span>${words}</span>
  </p>`
}

/** What is known about somebody or something, label by label. */
export function facts(rows: readonly (readonly [string, string | Markup])[]): Markup {
  return html`<dl class="facts">
    ${rows.map(
      ([label, value]) =>
        html`<dt>${label}</dt>
          <dd>${value}</dd>`
    )}
  </dl>`
}

/** What belongs under one heading. */
export function section(heading: string, ...content: readonly Markup[]): Markup {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`
}
