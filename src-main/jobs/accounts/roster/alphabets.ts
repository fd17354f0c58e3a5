/**
 * Letters beyond ASCII, small, by the languages of people in Germany: nobody's name has those of two at once, so that `Dvoøák` is
 * no name and `Dvořák` is. Faroese, whose ø stands beside á, and the thorn and eth of Icelandic are left out: in lists of
 * German schools these bytes are Czech and Turkish names.
 */
const alphabets = [
  'äöüß', // German
  'àâæçéèêëîïôœùûüÿ', // French, Albanian, Vietnamese as far as it goes
  'àèéìòóùú', // Italian
  'áéíñóúü', // Spanish, Irish
  'àçèéíïòóúü', // Catalan
  'áâãàçéêíóôõúü', // Portuguese
  'éèëïöüê', // Dutch
  'æøåäöéü', // Danish, Norwegian, Swedish
  'áéíóúýæö', // Icelandic
  'äöüõåšž', // Estonian, Finnish
  'âçêğîıİöşüû', // Turkish, Kurdish
  'ąćęłńóśźż', // Polish
  'áäčďéěíĺľňóôöŕřšťúůüýž', // Czech, Slovak
  'čćđšž', // Bosnian, Croatian, Serbian, Slovenian
  'áéíóöőúüű', // Hungarian
  'ăâîşţ' // Romanian
].map((letters) => new Set(letters + letters.toUpperCase()))

/** Whether a language writes names with all these letters beyond ASCII. */
export function belongTogether(letters: readonly string[]): boolean {
  return alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)))
}
