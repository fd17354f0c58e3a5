const special: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i'
}

/** Letters a to z only, by the German rules; enough for the names of the demo school. */
export function toPlainLetters(name: string): string {
  return Array.from(name.normalize('NFC').toLowerCase())
    .map((letter) => special[letter] ?? letter.normalize('NFD').replaceAll(/[^a-z]/g, ''))
    .join('')
}

/** Login by rule P3: initial of the first name, dot, last name; a number where it is taken. */
export function makeLogin(givenName: string, familyName: string, taken: Set<string>): string {
  const plain = `${toPlainLetters(givenName).slice(0, 1)}.${toPlainLetters(familyName)}`
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : String(number)
    const login = plain.slice(0, 20 - suffix.length) + suffix
    if (!taken.has(login)) {
      taken.add(login)
      return login
    }
  }
}
