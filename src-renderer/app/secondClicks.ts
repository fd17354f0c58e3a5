/** What a click has pressed: the button and what stood on it then. */
interface Pressed {
  readonly button: HTMLButtonElement
  readonly words: string | null
}

/**
 * Takes the second click of a double click where it would press something else than the first: a step's last button and
 * the next step's share their place, and nobody shall sign what they have not seen; or what lay below has moved up, as the
 * rows of a table. What sends a form is pressed once in
 * any case. What repeats itself, as the next month of a calendar, may be clicked as fast as one likes.
 */
export function ignoreSecondClicks(): void {
  let first: Pressed | null = null
  const look = (event: MouseEvent): void => {
    const pressed = pressedBy(event)
    // How often in a row, in one place; 0: by a key.
    if (event.detail <= 1) {
      first = pressed
      return
    }
    // Outside of buttons a double click is somebody's own: it chooses a word.
    if (pressed === null && first === null) return
    if (pressed !== null && repeats(pressed, first)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  window.addEventListener('click', look, { capture: true })
}

function pressedBy({ target }: MouseEvent): Pressed | null {
  const button = target instanceof Element ? target.closest('button') : null
  return button === null ? null : { button, words: button.textContent }
}

function repeats({ button, words }: Pressed, first: Pressed | null): boolean {
  const sends = button.type === 'submit' && button.form !== null
  return !sends && button === first?.button && words === first.words
}
