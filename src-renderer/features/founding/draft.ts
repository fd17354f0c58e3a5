import type { Founding } from '../../../src-main/contract/people'

/** What one of the two persons types in. */
export interface Founder {
  login: string
  password: string
  passphrase: string
  /** The passphrase is long enough and was typed twice alike. */
  passphraseValid: boolean
}

/** What the wizard has gathered so far. It is dropped with the screen; nothing of it is stored. */
export interface FoundingDraft {
  school: string
  leadership: Founder
  administrator: Founder
  agreed: boolean
}

export const foundingSteps = ['meaning', 'leadership', 'administrator', 'agreement', 'signature'] as const
export type FoundingStep = (typeof foundingSteps)[number]

/** What keeps two founders from founding together. */
export type FoundersProblem = 'samePerson' | 'samePassphrase'

function emptyFounder(): Founder {
  return { login: '', password: '', passphrase: '', passphraseValid: false }
}

export function emptyDraft(school: string): FoundingDraft {
  return { school, leadership: emptyFounder(), administrator: emptyFounder(), agreed: false }
}

/** Logins count as directories compare them: without regard to case. */
export function problemOfFounders({ leadership, administrator }: FoundingDraft): FoundersProblem | null {
  const [first, second] = [leadership, administrator].map(({ login }) => login.trim().toLowerCase())
  if (first !== '' && first === second) return 'samePerson'
  const phrases = [leadership, administrator].map(({ passphrase }) => passphrase.normalize('NFC'))
  return phrases[0] !== '' && phrases[0] === phrases[1] ? 'samePassphrase' : null
}

function isFounderComplete({ login, password, passphraseValid }: Founder): boolean {
  return login.trim() !== '' && password !== '' && passphraseValid
}

/** Whether a step is answered. */
export function isComplete(step: FoundingStep, draft: FoundingDraft): boolean {
  switch (step) {
    case 'meaning':
      return draft.school.trim() !== ''
    case 'leadership':
      return isFounderComplete(draft.leadership)
    case 'administrator':
      return isFounderComplete(draft.administrator) && problemOfFounders(draft) === null
    case 'agreement':
      return draft.agreed
    case 'signature':
      return true
  }
}

/** What main is asked to found. */
export function foundingOf({ school, leadership, administrator }: FoundingDraft): Founding {
  const secrets = ({ login, password, passphrase }: Founder) => ({
    login: login.trim(),
    password,
    passphrase
  })
  return {
    school: school.trim(),
    leadership: secrets(leadership),
    administrator: secrets(administrator),
    agreed: true
  }
}
