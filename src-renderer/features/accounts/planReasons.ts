import type { Text } from '../../../src-main/contract/language'
import type { RosterReasonCode } from '../../../src-main/contract/rosterPlan'
import type { ReasonLook } from '../../shared/planLooks'

/** How a person was recognised (P5). */
const verifications: Readonly<Record<string, Text>> = {
  knownInPerson: { de: 'persönlich bekannt', en: 'known in person' },
  schoolIdCard: { de: 'Schülerausweis', en: 'school id card' },
  identityCard: { de: 'Personalausweis', en: 'identity card' },
  confirmedByTeacher: { de: 'von einer Lehrkraft bestätigt', en: 'confirmed by a teacher' },
  notStated: { de: 'ohne Angabe (Befehlszeile)', en: 'not stated (command line)' }
}

/** Why a step of an account plan is there, by its reason code. */
export const reasons = {
  containerMissing: {
    why: {
      de: 'Diesen Bereich gibt es im Verzeichnis noch nicht; die neuen Konten brauchen ihn.',
      en: 'The directory has no such container yet; the new accounts need it.'
    }
  },
  classMissing: {
    why: {
      de: 'Die Klasse {schoolClass} steht in der Liste, aber noch nicht im Verzeichnis.',
      en: 'The roster names the class {schoolClass}; the directory does not have it yet.'
    }
  },
  inRosterNotInDirectory: {
    why: {
      de: 'Die Person steht in der Liste und hat noch kein Konto.',
      en: 'The person is in the roster and has no account yet.'
    }
  },
  backInRoster: {
    why: {
      de: 'Die Person war seit {leaverSince} als Abgänger geführt und steht wieder in der Liste.',
      en: 'The person was marked as a leaver since {leaverSince} and is in the roster again.'
    }
  },
  nameDiffers: {
    why: {
      de: 'Die Liste nennt „{to}“, das Verzeichnis „{from}“.',
      en: 'The roster says “{to}”, the directory “{from}”.'
    }
  },
  decidedSamePerson: {
    why: {
      de: 'Sie haben entschieden, dass Zeile und Konto dieselbe Person sind; die Schul-ID {schoolId} wird eingetragen.',
      en: 'You decided that row and account are the same person; the school id {schoolId} is written.'
    }
  },
  schoolIdMissing: {
    why: {
      de: 'Name und Geburtsdatum stimmen überein; das Konto erhält die Schul-ID {schoolId}.',
      en: 'Name and birth date agree; the account gets the school id {schoolId}.'
    }
  },
  classDiffers: {
    why: {
      de: 'Klasse laut Liste: {to}; bisher im Verzeichnis: {from}.',
      en: 'Class by the roster: {to}; in the directory so far: {from}.'
    }
  },
  groupsInRoster: {
    why: {
      de: 'Die Liste nennt Gruppen, in denen die Person noch nicht ist: {groups}.',
      en: 'The roster names groups that the person is not in yet: {groups}.'
    }
  },
  notInRoster: {
    why: {
      de: 'Die Person steht nicht mehr in der Liste. Das Konto wird gesperrt und bleibt für die eingestellte Frist erhalten.',
      en: 'The person is no longer in the roster. The account is suspended and kept for the period that is set.'
    }
  },
  leftOn: {
    why: {
      de: 'Die Liste nennt den {day} als Tag des Abgangs. Das Konto wird gesperrt und bleibt für die eingestellte Frist erhalten.',
      en: 'The roster names {day} as the day of leaving. The account is suspended and kept for the period that is set.'
    }
  },
  requestVerified: {
    why: {
      de: 'Auf eigenen Wunsch der Person; erkannt: {verification}. {text}',
      en: 'At the person’s own request; recognised: {verification}. {text}'
    },
    codes: { verification: verifications }
  },
  statedReason: { why: { de: '{text}', en: '{text}' } },
  suspensionEnded: {
    why: {
      de: 'Die Sperre galt bis {until} und ist abgelaufen.',
      en: 'The suspension held until {until} and is over.'
    }
  },
  suspensionOver: {
    why: {
      de: 'Die Sperre ist vorbei; die Module, die sie genommen hat, kommen zurück.',
      en: 'The suspension is over; the modules that it took come back.'
    }
  }
} as const satisfies Record<RosterReasonCode, ReasonLook> & Record<string, ReasonLook>
