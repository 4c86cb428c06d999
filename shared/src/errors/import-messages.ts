import type { Messages } from './message.ts';

/** What can stand in the way of bringing in a list, and what is said of each of its cells. */
export const importMessages = {
  UNKNOWN_IMPORT: {
    nl: 'Deze inlezing is er niet, of is niet van jou. Begin opnieuw met het bestand.',
    en: 'This import is not there, or not yours. Start again with the file.',
  },
  UNKNOWN_IMPORT_ROW: {
    nl: 'Deze rij is er niet meer. Laad de inlezing opnieuw.',
    en: 'This row is no longer there. Load the import again.',
  },
  NOT_A_SHEET: {
    nl: '«{name}» is geen lijst die we kunnen lezen. Bewaar hem als .xlsx of .csv en probeer het opnieuw.',
    en: '“{name}” is not a list that we can read. Save it as .xlsx or .csv and try again.',
  },
  IMPORT_WRONG_STATE: {
    nl: 'Dat past niet bij hoe ver deze inlezing is. Laad de pagina opnieuw.',
    en: 'That does not fit how far this import is. Load the page again.',
  },
  COLUMN_MAPPED_TWICE: {
    nl: 'De kolommen «{one}» en «{other}» staan allebei op {what}. Kies er een van de twee.',
    en: 'The columns “{one}” and “{other}” are both mapped to {what}. Choose one of the two.',
  },
  TITLE_NOT_MAPPED: {
    nl: 'Geen kolom is de titel. Kies de kolom waarin het knelpunt staat.',
    en: 'No column is the title. Choose the column that holds the bottleneck.',
  },
  PROJECT_NOT_MAPPED: {
    nl: 'Geen kolom zegt om welk project het gaat. Kies de kolom met de projectnaam, het plannummer of het knelpuntnummer.',
    en: 'No column says which project it is about. Choose the column with the project, the plan number or the bottleneck number.',
  },
  UNKNOWN_COLUMN: {
    nl: 'Kolom {column} is er niet op dit blad. Laad de inlezing opnieuw.',
    en: 'Column {column} is not on this sheet. Load the import again.',
  },
  UNKNOWN_SHEET: {
    nl: 'Blad «{name}» is er niet. Kies een blad uit de lijst.',
    en: 'Sheet “{name}” is not there. Choose a sheet from the list.',
  },
  UNKNOWN_HEADER_ROW: {
    nl: 'Rij {row} kan niet de rij met kolomnamen zijn. Kies een rij van het blad, of 0 als er geen is.',
    en: 'Row {row} cannot be the row of headings. Choose a row of the sheet, or 0 when there is none.',
  },
  BAD_EXPORT_FILTER: {
    nl: 'Met dit filter kan de lijst niet worden gemaakt. Ga terug naar de lijst, filter opnieuw en exporteer dan.',
    en: 'The list cannot be made with this filter. Go back to the list, filter again and export then.',
  },
  GUESSES_NOT_CONFIRMED: {
    nl: 'In {count} rijen is iets geraden. Kijk die rijen na en bevestig ze, of pas ze aan.',
    en: 'Something was guessed in {count} rows. Look at them and confirm, or change them.',
  },
  NOTHING_TO_APPLY: {
    nl: 'Er is niets om over te nemen: geen rij is nieuw of anders.',
    en: 'There is nothing to apply: no row is new or different.',
  },
  IMPORT_ROWS_CHANGED: {
    nl: 'Sinds de proef zijn {count} zaken gewijzigd. Bekijk die rijen nog eens en neem daarna over; er is nog niets gebeurd.',
    en: '{count} cases were changed since the trial run. Look at those rows again, then apply; nothing has happened yet.',
  },
  IMPORT_UNREADABLE: {
    nl: 'Het bestand kon niet worden gelezen: het is beschadigd of heeft een wachtwoord. Bewaar het opnieuw zonder wachtwoord.',
    en: 'The file could not be read: it is damaged or has a password. Save it again without a password.',
  },
  IMPORT_TOO_LARGE: {
    nl: 'Uitgepakt is het bestand te groot. Bewaar alleen het blad met de lijst, zonder plaatjes, en probeer het opnieuw.',
    en: 'Unpacked the file is too large. Save just the sheet with the list, without pictures, and try again.',
  },
  IMPORT_TOO_MANY_ROWS: {
    nl: 'De lijst heeft meer dan {max} rijen. Knip haar in delen en lees die na elkaar in.',
    en: 'The list has more than {max} rows. Cut it into parts and bring those in one after another.',
  },
  IMPORT_EMPTY: {
    nl: 'Er staat geen enkele rij in het bestand. Kies een bestand met een lijst.',
    en: 'There is no row in the file. Choose a file with a list.',
  },
  IMPORT_INTERRUPTED: {
    nl: 'Het inlezen is onderbroken. Er is niets overgenomen; begin opnieuw met hetzelfde bestand.',
    en: 'The import was interrupted. Nothing was applied; start again with the same file.',
  },
  IMPORT_FAILED: {
    nl: 'Het inlezen is misgegaan. Er is niets overgenomen; probeer het opnieuw.',
    en: 'The import went wrong. Nothing was applied; try again.',
  },
  CELL_NUMBER_UNKNOWN: {
    nl: 'Nummer {value} is geen zaak van deze tafel die je kunt zien. Haal het nummer weg voor een nieuwe zaak.',
    en: 'Number {value} is no case of this table that you can see. Take the number away for a new case.',
  },
  CELL_NO_CASE_NUMBER: {
    nl: '«{value}» is geen knelpuntnummer zoals KP-2026-013 en wordt niet gebruikt.',
    en: '“{value}” is not a bottleneck number such as KP-2026-013, and is not used.',
  },
  CELL_NUMBER_READ_AS: { nl: '«{raw}» gelezen als nummer {value}.', en: '“{raw}” read as number {value}.' },
  CELL_PROJECT_UNKNOWN: {
    nl: 'Project «{value}» is niet bekend. Pas de naam aan of geef het plannummer.',
    en: 'Project “{value}” is not known. Change the name or give the plan number.',
  },
  CELL_PROJECT_SUGGESTED: {
    nl: 'Project «{value}» is niet bekend. Bedoel je «{suggestion}»?',
    en: 'Project “{value}” is not known. Do you mean “{suggestion}”?',
  },
  CELL_PROJECT_AMBIGUOUS: {
    nl: 'Er is meer dan een project «{value}». Geef het plannummer of de gemeente.',
    en: 'There is more than one project “{value}”. Give the plan number or the municipality.',
  },
  CELL_PLAN_UNKNOWN: {
    nl: 'Plannummer «{value}» is niet bekend. Controleer het nummer of geef de projectnaam.',
    en: 'Plan number “{value}” is not known. Check the number or give the name of the project.',
  },
  CELL_PROJECT_ELSEWHERE: {
    nl: 'Project «{project}» ligt in {municipality}, niet in «{value}». Pas een van de twee aan.',
    en: 'Project “{project}” lies in {municipality}, not in “{value}”. Change one of the two.',
  },
  CELL_PLAN_OF_OTHER_PROJECT: {
    nl: 'Plannummer {value} hoort bij «{project}», niet bij het project in deze rij. Pas een van de twee aan.',
    en: 'Plan number {value} belongs to “{project}”, not to the project of this row. Change one of the two.',
  },
  CELL_PROJECT_MISSING: {
    nl: 'Zonder project kan de zaak er niet bij. Vul het project of het plannummer in.',
    en: 'Without a project the case cannot be added. Fill in the project or the plan number.',
  },
  CELL_PROJECT_REAL: {
    nl: '«{value}» is een echt project; in de demo hangt daar geen knelpunt aan. Kies een verzonnen project.',
    en: '“{value}” is a real project; in the demo no bottleneck is hung on it. Choose a fictional one.',
  },
  CELL_MUNICIPALITY_UNKNOWN: {
    nl: 'Gemeente of plaats «{value}» is niet bekend. Controleer de naam.',
    en: 'Municipality or place “{value}” is not known. Check the name.',
  },
  CELL_MUNICIPALITY_SUGGESTED: {
    nl: 'Gemeente of plaats «{value}» is niet bekend. Bedoel je {suggestion}?',
    en: 'Municipality or place “{value}” is not known. Do you mean {suggestion}?',
  },
  CELL_MUNICIPALITY_OF_PLACE: {
    nl: '{raw} ligt in de gemeente {value}.',
    en: '{raw} lies in the municipality of {value}.',
  },
  CELL_THEME_UNKNOWN: {
    nl: 'Thema «{value}» is niet bekend. Kies een van deze: {choices}.',
    en: 'Theme “{value}” is not known. Choose one of these: {choices}.',
  },
  CELL_THEME_READ_AS: { nl: '«{raw}» gelezen als thema {value}.', en: '“{raw}” read as theme {value}.' },
  CELL_STATE_UNKNOWN: {
    nl: 'Status «{value}» is niet bekend. Kies bijvoorbeeld Ingediend, In behandeling of Opgelost.',
    en: 'State “{value}” is not known. Choose for example Ingediend, In behandeling or Opgelost.',
  },
  CELL_STATE_READ_AS: { nl: '«{raw}» gelezen als {value}.', en: '“{raw}” read as {value}.' },
  CELL_STATE_NEEDS_STEP: {
    nl: '{value} begint met een stap op de zaak zelf; hier wordt het {instead}.',
    en: '{value} begins with a step on the case itself; here it becomes {instead}.',
  },
  CELL_STATE_STAYS: {
    nl: 'De status van een zaak die er al is verandert met een stap op de zaak, niet uit een lijst.',
    en: 'The state of a case that is there already changes by a step on the case, not from a list.',
  },
  CELL_LEVEL_UNKNOWN: {
    nl: 'Niveau «{value}» is niet bekend. Kies lokaal, regionaal, provinciaal of landelijk.',
    en: 'Level “{value}” is not known. Choose lokaal, regionaal, provinciaal or landelijk.',
  },
  CELL_CONFIDENTIALITY_UNKNOWN: {
    nl: 'Vertrouwelijkheid «{value}» is niet bekend. Kies openbaar, regionaal of vertrouwelijk.',
    en: 'Confidentiality “{value}” is not known. Choose openbaar, regionaal or vertrouwelijk.',
  },
  CELL_CHOICE_READ_AS: { nl: '«{raw}» gelezen als {value}.', en: '“{raw}” read as {value}.' },
  CELL_DATE_IMPOSSIBLE: {
    nl: '{raw} bestaat niet als datum. Schrijf een datum die bestaat, bijvoorbeeld 28-02-2026.',
    en: '{raw} does not exist as a date. Write a date that exists, for example 28-02-2026.',
  },
  CELL_DATE_UNREADABLE: {
    nl: '«{raw}» is geen datum die we kunnen lezen. Schrijf bijvoorbeeld 3-12-2026.',
    en: '“{raw}” is not a date that we can read. Write for example 3-12-2026.',
  },
  CELL_DATE_READ_AS: { nl: '«{raw}» gelezen als {value}.', en: '“{raw}” read as {value}.' },
  CELL_DATE_IN_FUTURE: {
    nl: 'De indiendatum {raw} ligt in de toekomst. Schrijf de dag waarop het is ingediend.',
    en: 'The filing date {raw} lies in the future. Write the day on which it was filed.',
  },
  CELL_OVERDUE: {
    nl: 'Deze datum is al voorbij: de zaak staat meteen als te laat.',
    en: 'This date has passed already: the case is overdue at once.',
  },
  CELL_HOMES_READ_AS: { nl: '«{raw}» gelezen als {value} woningen.', en: '“{raw}” read as {value} homes.' },
  CELL_HOMES_UNREADABLE: {
    nl: '«{raw}» is geen aantal woningen. Schrijf een heel getal van 0 tot {max}.',
    en: '“{raw}” is not a number of homes. Write a whole number from 0 to {max}.',
  },
  CELL_HOMES_OF_MANY: {
    nl: 'Deze zaak heeft meer projecten. Verdeel de woningen op de zaak zelf.',
    en: 'This case has several projects. Divide the homes on the case itself.',
  },
  CELL_PERSON_UNKNOWN: {
    nl: '«{value}» is niet bekend en blijft als tekst bij de zaak staan. Eigenaar word jij, tot iemand het overneemt.',
    en: '“{value}” is not known and is kept with the case as text. You become the owner until somebody takes over.',
  },
  CELL_PERSON_KEPT: {
    nl: '«{value}» is niet bekend en blijft als tekst bij de zaak staan.',
    en: '“{value}” is not known and is kept with the case as text.',
  },
  CELL_PERSON_AMBIGUOUS: {
    nl: 'Er is meer dan een «{value}». Geef het e-mailadres.',
    en: 'There is more than one “{value}”. Give the e-mail address.',
  },
  CELL_PERSON_EXCLUDED: {
    nl: '«{value}» kan deze zaak niet dragen. Kies iemand anders.',
    en: '“{value}” cannot carry this case. Choose somebody else.',
  },
  CELL_TITLE_MISSING: {
    nl: 'De titel ontbreekt. Schrijf het knelpunt in één zin.',
    en: 'The title is missing. Write the bottleneck in one sentence.',
  },
  CELL_TOO_SHORT: {
    nl: 'Dit is te kort: minstens {min} tekens. Schrijf er iets bij.',
    en: 'This is too short: at least {min} characters. Add something.',
  },
  CELL_TOO_LONG: {
    nl: 'Dit is te lang: {length} tekens, hoogstens {max}. Kort het in.',
    en: 'This is too long: {length} characters, at most {max}. Shorten it.',
  },
  CELL_UNSTORABLE: {
    nl: 'Hier staan tekens in die we niet kunnen bewaren. Typ de tekst opnieuw.',
    en: 'This holds characters that cannot be stored. Type the text again.',
  },
  CELL_FORMULA: {
    nl: 'Hier staat een formule; de laatst berekende waarde is gebruikt.',
    en: 'This is a formula; the value calculated last was used.',
  },
  CELL_FORMULA_EMPTY: {
    nl: 'Hier staat een formule zonder uitkomst. Bewaar de lijst in Excel opnieuw, of typ de waarde.',
    en: 'This is a formula without a result. Save the list in Excel again, or type the value.',
  },
  CELL_ERROR: {
    nl: 'Hier staat een fout uit Excel ({raw}). Typ de waarde.',
    en: 'This holds an error of Excel ({raw}). Type the value.',
  },
  CELL_BLANK_KEEPS: { nl: 'Leeg: wat er staat blijft staan.', en: 'Empty: what is there stays.' },
  CELL_NO_VALUE: { nl: '«{raw}» telt als leeg.', en: '“{raw}” counts as empty.' },
  CELL_FILED_STAYS: {
    nl: 'De indiendatum van een zaak die er al is blijft zoals hij is.',
    en: 'The filing date of a case that is there already stays as it is.',
  },
  ROW_DUPLICATE: {
    nl: 'Deze zaak staat ook op rij {row}. Sla een van de twee over.',
    en: 'This case is on row {row} as well. Skip one of the two.',
  },
  ROW_SEVERAL_CASES: {
    nl: 'Er zijn meer zaken met deze titel bij dit project. Vul het knelpuntnummer in.',
    en: 'There are several cases with this title at this project. Fill in the bottleneck number.',
  },
  ROW_SKIPPED: { nl: 'Deze rij wordt overgeslagen.', en: 'This row is skipped.' },
  ROW_CHANGED_MEANWHILE: {
    nl: 'Iemand anders heeft deze zaak gewijzigd sinds de proef. Bekijk de rij nog eens.',
    en: 'Somebody else changed this case since the trial run. Look at the row again.',
  },
} as const satisfies Messages;
