import type { Founder, Founding, FoundingPart, JoinFounding } from '../../../src-main/contract/people'

/** What the person types who sits there now. It is emptied with every step, see `FoundingPage.vue`. */
export interface FounderAnswers {
  login: string
  password: string
  passphrase: string
  /** The passphrase is long enough and was typed twice alike. */
  passphraseValid: boolean
}

/** What the wizard has gathered so far: nothing secret. It is dropped with the screen; nothing of it is stored. */
export interface FoundingDraft {
  school: string
  /** null: has not joined yet. */
  leadership: Founder | null
  administrator: Founder | null
  agreed: boolean
}

export const foundingSteps = ['meaning', 'leadership', 'administrator', 'agreement', 'signature'] as const
export type FoundingStep = (typeof foundingSteps)[number]

export function emptyAnswers(): FounderAnswers {
  return { login: '', password: '', passphrase: '', passphraseValid: false }
}

export function emptyDraft(school: string): FoundingDraft {
  return { school, leadership: null, administrator: null, agreed: false }
}

/** Whether a step belongs to one of the two persons. */
export function isPart(step: FoundingStep): step is FoundingPart {
  return step === 'leadership' || step === 'administrator'
}

/** Who sits there is the one who has joined already. Logins count as directories compare them: without regard to case. */
export function isSamePerson({ leadership }: FoundingDraft, { login }: FounderAnswers): boolean {
  return leadership !== null && leadership.names.login.toLowerCase() === login.trim().toLowerCase()
}

function isFilled({ login, password, passphraseValid }: FounderAnswers): boolean {
  return login.trim() !== '' && password !== '' && passphraseValid
}

/** Whether a step is answered. */
export function isComplete(step: FoundingStep, draft: FoundingDraft, answers: FounderAnswers): boolean {
  switch (step) {
    case 'meaning':
      return draft.school.trim() !== ''
    case 'leadership':
      return isFilled(answers)
    case 'administrator':
      return isFilled(answers) && !isSamePerson(draft, answers)
    case 'agreement':
      return draft.agreed
    case 'signature':
      return draft.leadership !== null && draft.administrator !== null
  }
}

/** What main is asked at the end of a person's step. */
export function joinOf(part: FoundingPart, { login, password, passphrase }: FounderAnswers): JoinFounding {
  return { part, login: login.trim(), password, passphrase }
}

/** What main is asked to found; null: somebody is missing. */
export function foundingOf({ school, leadership, administrator }: FoundingDraft): Founding | null {
  if (leadership === null || administrator === null) return null
  return {
    school: school.trim(),
    leadership: leadership.fingerprint,
    administrator: administrator.fingerprint,
    agreed: true
  }
}
