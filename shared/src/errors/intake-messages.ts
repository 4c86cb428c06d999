import type { Messages } from './message.ts';

/** What can stand in the way of filing a case together. */
export const intakeMessages = {
  UNKNOWN_CO_SIGNER: {
    nl: 'Deze medeondertekenaar is er niet, of is niet voor jou zichtbaar. Laad de zaak opnieuw.',
    en: 'This co-signer is not there, or not visible to you. Load the case again.',
  },
  CO_SIGN_ANSWERED: {
    nl: 'Hierop is al geantwoord. Vraag het zo nodig opnieuw.',
    en: 'This was answered already. Ask again if need be.',
  },
  CO_SIGNER_ONLY: { nl: 'Alleen wie gevraagd is kan hierop antwoorden.', en: 'Only who was asked can answer this.' },
  CO_SIGNER_OR_OWNER_ONLY: {
    nl: 'Dat kan wie gevraagd is, de eigenaar, of de voorzitter of secretaris van de tafel.',
    en: 'Who was asked can do that, the owner, or the chair or secretary of the table.',
  },
  ALREADY_CO_SIGNER: {
    nl: '{name} is al gevraagd of heeft al meegetekend.',
    en: '{name} was asked already, or has signed already.',
  },
  CO_SIGNER_IS_OWNER: {
    nl: '{name} is al eigenaar of indiener van deze zaak. Vraag iemand van de andere partij.',
    en: '{name} owns or filed this case already. Ask somebody of the other party.',
  },
  ONE_KIND_OF_CO_SIGNER: {
    nl: 'Kies iemand met een account, of schrijf naam en organisatie van iemand zonder account: een van de twee.',
    en: 'Choose somebody with an account, or write name and organisation of somebody without one: one of the two.',
  },
  WAITING_FOR_CO_SIGNER: {
    nl: 'Nog niet op de agenda: {names} heeft nog niet meegetekend. Wacht op het antwoord, of haal de vraag weg bij Partijen.',
    en: 'Not on the agenda yet: {names} has not co-signed. Wait for the answer, or take the question back under Parties.',
  },
  CANNOT_JOIN: {
    nl: 'Bij een zaak die dicht of nog een concept is kun je niet aansluiten. Dien je eigen knelpunt in.',
    en: 'A case that is closed or still a draft cannot be joined. File your own bottleneck.',
  },
  PROJECT_ON_CASE: {
    nl: 'Dit project staat al bij de zaak. Kies het project waar jij vastloopt.',
    en: 'This project is on the case already. Choose the project that you are stuck with.',
  },
  NOT_YOUR_DRAFT: {
    nl: 'Alleen je eigen concept kan opgaan in een andere zaak.',
    en: 'Only a draft of your own can merge into another case.',
  },
  NEEDED_FOR_TRIAGE: {
    nl: '{field} is nodig voor het voorportaal. Vul het in, ook als het een schatting is; nul mag.',
    en: '{field} is needed for triage. Fill it in, an estimate will do; zero is allowed.',
  },
  NEEDED_FOR_AGENDA: {
    nl: '{field} is nodig voor de agenda: schrijf in één zin wat de tafel moet doen.',
    en: '{field} is needed for the agenda: write in one sentence what the table is to do.',
  },
  UNKNOWN_ORGANISATION: {
    nl: 'Deze organisatie bestaat niet. Kies er een uit de lijst.',
    en: 'This organisation does not exist. Choose one from the list.',
  },
} as const satisfies Messages;
